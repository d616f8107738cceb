import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { fileOf } from '../payment-files-support';
import { approvalOf, failureOf, KARI, OLA, postRun } from '../support';

const LATER = { ...OLA, at: '2018-05-02T08:00:00Z' };
const folder = temporaryFolder();
let count = 0;

/** A ledger with one posted run of two payments. */
function posted(): Ledger {
  count += 1;
  const path = join(folder, `ledger-${count}.db`);
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  postRun(ledger, {
    runId: 'first',
    lines: [
      { recipient: '0101', due: 31_900 },
      { recipient: '0301', due: 13_600, person: 2 },
    ],
  });
  return ledger;
}

const HALDEN = 'NT2018T1S0-0101-PERS';
const OSLO = 'NT2018T1S0-0301-PERS';

const handOver = (ledger: Ledger, reference: string, on = '2018-05-02', names: readonly string[] = []) =>
  ledger.handOverPaymentFiles({ ...LATER, runId: 'first', names, on, reference }).map(({ name }) => name);

test('a file comes from intent over made to handed over, each by an act', () => {
  const ledger = posted();
  expect(ledger.paymentFiles()).toEqual([]);
  const content = fileOf(ledger, 'first', 1);
  const [file] = ledger.writePaymentFiles(() => [content], LATER);
  expect(file).toMatchObject({ file: 1, state: 'intent', amountNok: 45_500, number: 1, actor: OLA.actor });
  expect(Buffer.from(ledger.bytesOfPaymentFile(1)).toString()).toBe('<FIRST-F01/>');
  expect(failureOf(() => handOver(ledger, 'N1'))).toBe('refused LEDGER_FILE_NOT_MADE');
  expect(ledger.paymentFileMade(content.name, LATER)).toBe(true);
  expect(ledger.paymentFileMade(content.name, LATER)).toBe(false);
  expect(handOver(ledger, 'N1')).toEqual([content.name]);
  expect(handOver(ledger, 'N1')).toEqual([]);
  expect(failureOf(() => handOver(ledger, 'N2'))).toBe('refused LEDGER_FILE_NONE');
  expect(handOver(ledger, 'N2', '2018-05-03', [content.name])).toEqual([content.name]);
  expect(ledger.paymentFiles('first')[0]).toMatchObject({
    state: 'handed_over',
    handOvers: [
      { on: '2018-05-02', reference: 'N1' },
      { on: '2018-05-03', reference: 'N2' },
    ],
  });
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('a payment stands in one file, and in another only once it was refused after that', () => {
  const ledger = posted();
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1, { keys: [OSLO] })], LATER);
  const second = fileOf(ledger, 'first', 2);
  expect(failureOf(() => ledger.writePaymentFiles(() => [second], LATER))).toBe('refused LEDGER_FILE_PAYMENT_TAKEN');
  const outcome = { ...LATER, on: '2018-04-20', paymentKeys: [OSLO] };
  ledger.recordOutcome({ ...outcome, kind: 'refused' });
  ledger.writePaymentFiles(() => [second], LATER);
  expect(failureOf(() => ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 3)], LATER))).toBe(
    'refused LEDGER_FILE_PAYMENT_TAKEN',
  );
  ledger.recordOutcome({ ...outcome, kind: 'paid', on: '2018-04-21' });
  ledger.recordOutcome({ ...outcome, kind: 'refused', on: '2018-04-22' });
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 3, { keys: [OSLO] })], LATER);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('a file that was never handed over can be given up; its payments go into another, by another channel, too', () => {
  const ledger = posted();
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1)], LATER);
  const other = fileOf(ledger, 'first', 2, { channel: 'ledger-file' });
  expect(failureOf(() => ledger.writePaymentFiles(() => [other], LATER))).toBe('refused LEDGER_FILE_OTHER_CHANNEL');
  ledger.discardPaymentFiles('first', [], LATER);
  expect(failureOf(() => ledger.paymentFileMade('FIRST-F01.xml', LATER))).toBe('refused LEDGER_FILE_DISCARDED');
  ledger.writePaymentFiles(() => [other], LATER);
  ledger.paymentFileMade(other.name, LATER);
  expect(failureOf(() => handOver(ledger, 'N', '2018-05-02', ['FIRST-F01.xml']))).toBe('refused LEDGER_FILE_DISCARDED');
  handOver(ledger, 'N');
  expect(failureOf(() => ledger.discardPaymentFiles('first', [other.name], LATER))).toBe(
    'refused LEDGER_FILE_HANDED_OVER',
  );
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('only posted batches go into files, and a batch in a file is not annulled', () => {
  const ledger = posted();
  expect(failureOf(() => ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1, { runId: 'none' })], LATER))).toBe(
    'usage LEDGER_RUN_UNKNOWN',
  );
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1)], LATER);
  const annul = () => ledger.recordAnnulment('first', { ...LATER, reason: 'feil' });
  expect(failureOf(annul)).toBe('refused LEDGER_ANNUL_IN_FILE');
  ledger.discardPaymentFiles('first', [], LATER);
  expect(failureOf(annul)).toBe('');
  // A file that was written while the annulment waits is told as what it is.
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 2)], LATER);
  const annulment = ledger.batch('first-annulment');
  if (annulment === undefined) throw new Error('the annulment is missing');
  expect(failureOf(() => ledger.approve(annulment.runId, approvalOf(annulment, KARI)))).toBe(
    'refused LEDGER_APPROVAL_REFUSED LEDGER_ANNUL_IN_FILE',
  );
  ledger.close();
});

test('a batch whose file was handed over is not annulled, and nobody is told to give the file up', () => {
  const ledger = posted();
  const file = fileOf(ledger, 'first', 1);
  ledger.writePaymentFiles(() => [file], LATER);
  ledger.paymentFileMade(file.name, LATER);
  handOver(ledger, 'N');
  const annul = () => ledger.recordAnnulment('first', { ...LATER, reason: 'feil' });
  expect(failureOf(annul)).toBe('refused LEDGER_ANNUL_HAS_OUTCOMES');
  ledger.close();
});

test('the day and the reference of a handing over make sense', () => {
  const ledger = posted();
  const content = fileOf(ledger, 'first', 1);
  ledger.writePaymentFiles(() => [content], LATER);
  ledger.paymentFileMade(content.name, LATER);
  for (const day of ['2018-05-01', '2018-05-04']) {
    expect(failureOf(() => handOver(ledger, 'N', day))).toBe('refused LEDGER_FILE_HANDED_OVER_BEFORE');
  }
  for (const reference of ['', 'a\nb', 'x'.repeat(65)]) {
    expect(failureOf(() => handOver(ledger, reference))).toBe('usage LEDGER_FILE_REFERENCE');
  }
  expect(failureOf(() => handOver(ledger, 'N', '2018-05-02', ['other.xml']))).toBe('usage LEDGER_FILE_UNKNOWN');
  ledger.close();
});

/** What the file itself refuses, whoever writes to it. */
const REFUSED: readonly [string, string, string][] = [
  ['a changed row', "UPDATE payment_files SET name = 'x'", 'never changed'],
  ['a row that goes', 'DELETE FROM payment_file_payments', 'never deleted'],
  [
    'a payment that is added later',
    `INSERT INTO payment_file_payments VALUES (1, '${OSLO}', 'i', '', 13600, '99990050119', 'x')`,
    'sealed',
  ],
  [
    'a handing over without an act',
    "INSERT INTO payment_file_handovers VALUES (1, 1, '2018-05-02', 'x')",
    'belongs to no act',
  ],
  [
    'a file without an act',
    "INSERT INTO payment_files SELECT 2, 1, posting, 2, channel, format, 'M2', 'n2', debtor_account, execution_date, created_at, payments, amount, hash, settings, content FROM payment_files",
    'does not follow',
  ],
];

test.each(REFUSED)('the database refuses %s', (_, sql, message) => {
  const ledger = posted();
  const content = fileOf(ledger, 'first', 1, { keys: [HALDEN] });
  ledger.writePaymentFiles(() => [content], LATER);
  ledger.paymentFileMade(content.name, LATER);
  const path = join(folder, 'copy.db');
  ledger.close();
  copyFileSync(ledger.path, path);
  const db = new Sqlite(path);
  expect(() => db.exec(sql)).toThrow(message);
  db.close();
});

test('the database itself keeps a payment out of a second file, and a batch to one channel', () => {
  const ledger = posted();
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1)], LATER);
  ledger.close();
  const db = new Sqlite(ledger.path);
  const act = () => {
    db.exec(`INSERT INTO journal SELECT sequence + 1, 'write-file', at, actor, account, ledger, reason, build, format, body, hash,
      hex(zeroblob(32)) FROM journal ORDER BY sequence DESC LIMIT 1`);
    return db.prepare('SELECT max(sequence) FROM journal').pluck().get();
  };
  const insert = (journal: unknown, channel: string) =>
    db.exec(`INSERT INTO payment_files SELECT 2, ${journal}, posting, 2, '${channel}', format, 'M2', 'n2', debtor_account, execution_date,
      created_at, payments, amount, hash, settings, content FROM payment_files`);
  const journal = act();
  expect(() => insert(journal, 'ledger-file')).toThrow('another channel');
  insert(journal, 'pain001');
  expect(() =>
    db.exec(`INSERT INTO payment_file_payments VALUES (2, '${OSLO}', 'i', '', 13600, '99990050119', 'x')`),
  ).toThrow('stands in another file');
  db.close();
});
