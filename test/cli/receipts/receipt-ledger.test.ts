import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { ON } from '../../app/payout/support';
import { draftOf } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { exampleLedger, FIXTURES, RUN } from './example-ledger';

const A = 'a-technically-valid.pain.002.001.03.xml';
const B = 'b-waiting-for-funds.pain.002.001.03.xml';
const C = 'c-one-block-rejected.pain.002.001.03.xml';
const D = 'd-accepted-with-change.pain.002.001.10.xml';
const E = 'e-booked-and-pending.camt.054.001.02.xml';
const F = 'f-batch-without-details.camt.054.001.08.xml';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  cpSync(FIXTURES, folder, { recursive: true });
  exampleLedger(join(folder, 'norsktilskudd.db'));
});

const read = (...files: string[]) => cli(folder, ['receipt', 'read', ...files, '--as', 'kari', '--json']);

/** How far the six payments have come, by `status`: `paid 2, accepted 1`. */
async function progress(): Promise<string> {
  const { out } = await cli(folder, ['status', '--json']);
  const answer: { progress: { stage: string; payments: number; amount: number }[] } = JSON.parse(out);
  expect(answer.progress.reduce((sum, { amount }) => sum + amount, 0)).toBe(5_016_800);
  return answer.progress.map(({ stage, payments }) => `${stage} ${payments}`).join(', ');
}

test('the examples, each alone, give what is said of them', async () => {
  expect(await progress()).toBe('handed_over 6');
  expect((await read(A)).code).toBe(0);
  expect(await progress()).toBe('valid 6');
  expect((await read(B)).code).toBe(0);
  expect(await progress()).toBe('valid 5, waiting 1');
  expect((await read(E)).code).toBe(0);
  expect(await progress()).toBe('valid 4, paid 2');
  expect((await read(F)).code).toBe(0);
  expect(await progress()).toBe('valid 1, paid 5');
}, 60_000);

test('a block that is refused reaches every payment in it; every view says the same, and it can be paid again', async () => {
  await read(C);
  expect(await progress()).toBe('accepted 3, refused 3');
  expect((await cli(folder, ['status'])).out).toContain(`norsktilskudd payout write ${RUN} --again`);
  const { out } = await cli(folder, ['reconcile', RUN, '--json']);
  const { total, files, recipients, years } = JSON.parse(out);
  expect(total).toMatchObject({ posted: 5_016_800, refused: 1_672_550, waiting: 3_344_250, paid: 0 });
  expect([files.length, recipients.length, years]).toEqual([
    1,
    5,
    [expect.objectContaining({ year: '2018', ...total })],
  ]);
  const outcome = JSON.parse((await cli(folder, ['outcome', '--batch', RUN, '--json'])).out);
  expect(outcome.payments.filter(({ state }: { state: string }) => state === 'refused')).toHaveLength(3);
  const ledger = openLedger(join(folder, 'norsktilskudd.db'), { readOnly: true });
  expect(ledger.verify().faults).toEqual([]);
  expect(ledger.payableAgain(RUN)).toMatchObject([
    { state: 'refused', on: '2018-04-05', codes: ['CH03'], isBlocked: false },
    { state: 'refused' },
    { state: 'refused' },
  ]);
  ledger.close();
}, 60_000);

test('payments whose answers do not fit together are named, each with what to do', async () => {
  await read(C);
  const { code, out, err } = await read(D);
  const { unknown, unknown_payments: named } = JSON.parse(out).receipts[0];
  expect([code, unknown, named.length, err.match(/RECEIPT_FATE_UNKNOWN/g)?.length]).toEqual([5, 3, 3, 3]);
  expect(err).toContain('3 payments of which it is not known');
  expect(await progress()).toBe('accepted 3, unknown 3');
  // The same three payments in two files are three, and stay a thing to do.
  writeFileSync(join(folder, 'once-more.xml'), readFileSync(join(folder, F), 'utf8').replace('<MsgId>', '<MsgId>X'));
  expect((await read(F, 'once-more.xml')).err).toContain('3 payments of which it is not known');
  const { next } = JSON.parse((await cli(folder, ['status', '--json'])).out);
  expect(next).toContainEqual({
    what: 'clear_unknown',
    run_id: RUN,
    blocked_by: named,
    command: 'norsktilskudd receipt list',
  });
}, 60_000);

test('accepted with a change, and the same answer twice', async () => {
  expect((await read(D)).code).toBe(0);
  expect(await progress()).toBe('accepted 6');
  const again = JSON.parse((await read(D)).out);
  expect(again.receipts[0]).toMatchObject({ already: true, moved: 0 });
}, 60_000);

test('a file that cannot be read is kept and stops no other', async () => {
  writeFileSync(join(folder, 'odd.xml'), '<Document');
  const { code, out, err } = await read('odd.xml', E);
  expect(code).toBe(3);
  expect(err).toContain('RECEIPTS_UNREADABLE');
  expect(JSON.parse(out).receipts).toMatchObject([
    { file: 'odd.xml', receipt: 1, failure: 'BANK_FILE_UNREADABLE' },
    { file: E, receipt: 2, moved: 2, failure: null },
  ]);
  expect(await progress()).toBe('handed_over 4, paid 2');
  expect(plain((await cli(folder, ['status'])).out)).toContain('The receipt odd.xml was kept and could not be read');
}, 60_000);

test('another amount moves nothing for that payment and everything for the others; ends with 5', async () => {
  const text = readFileSync(join(folder, E), 'utf8').replaceAll('298000.00', '298001.00');
  writeFileSync(join(folder, 'amount.xml'), text);
  const { code, err } = await read('amount.xml');
  expect([code, err.includes('BOOKING_PAYMENT_DIFFERS')]).toEqual([5, true]);
  expect(await progress()).toBe('handed_over 5, paid 1');
}, 60_000);

test('a file with a day that has not come is kept, and read when it has', async () => {
  const text = readFileSync(join(folder, E), 'utf8');
  const early = text.replaceAll('<BookgDt><Dt>2018-04-09', '<BookgDt><Dt>2098-04-09');
  writeFileSync(join(folder, 'early.xml'), early);
  const { code, err } = await read('early.xml');
  expect([code, err]).toEqual([5, expect.stringContaining('RECEIPT_IN_FUTURE')]);
  jest.useFakeTimers({ now: new Date('2098-04-10T08:00:00Z'), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
  try {
    const again = JSON.parse(
      (await cli(folder, ['receipt', 'read', 'early.xml', '--as', 'kari', '--accept', 'clock', '--json'])).out,
    );
    expect(again.receipts[0]).toMatchObject({ already: false, moved: 2 });
    expect(await progress()).toBe('handed_over 4, paid 2');
  } finally {
    jest.useRealTimers();
  }
}, 60_000);

test('what a bank says of an annulled run after all moves nothing, and is told', async () => {
  const refused = readFileSync(join(folder, A), 'utf8')
    .replace('>ACTC<', '>RJCT<')
    .replace('</GrpSts>', '</GrpSts><StsRsnInf><Rsn><Cd>CH03</Cd></Rsn></StsRsnInf>');
  writeFileSync(join(folder, 'refused.xml'), refused);
  expect((await read('refused.xml')).code).toBe(0);
  expect((await cli(folder, ['annul', RUN, '--reason', 'wrong rate', '--as', 'kari'])).code).toBe(0);
  expect((await cli(folder, ['approve', `${RUN}-annulment`, '--as', 'ola'])).code).toBe(0);
  const { code, out, err } = await read(E, 'refused.xml');
  const [booked, again] = JSON.parse(out).receipts;
  expect([code, booked.moved, again.already]).toEqual([5, 0, true]);
  expect(err).toContain('RECEIPT_OF_ANNULLED');
  expect(err).not.toContain('LEDGER_DAMAGED');
  for (const name of ['kari', 'ola']) {
    const withdrawn = await cli(folder, ['receipt', 'withdraw', '1', '--reason', 'wrong', '--as', name]);
    expect([withdrawn.code, withdrawn.err]).toEqual([6, expect.stringContaining('LEDGER_OUTCOME_ANNULLED')]);
  }
  const ledger = openLedger(join(folder, 'norsktilskudd.db'), { readOnly: true });
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
}, 60_000);

test('a wrong record is withdrawn by two persons', async () => {
  await read(E);
  const withdraw = (actor: string) =>
    cli(folder, ['receipt', 'withdraw', '1', '--as', actor, '--reason', 'feil fil', '--lang', 'nb']);
  expect((await withdraw('kari')).out).toContain('Den gjelder til en annen person trekker den tilbake');
  expect(await progress()).toBe('handed_over 4, paid 2');
  expect((await cli(folder, ['status', '--lang', 'en'])).out).toContain(
    'norsktilskudd receipt withdraw 1 --reason "REASON" --as OTHER',
  );
  expect((await withdraw('Kari')).out).toContain('Den gjelder til');
  expect((await withdraw('ola')).out).toContain('trukket tilbake av kari og ola: 2 utfall endret');
  expect(await progress()).toBe('handed_over 6');
  expect((await cli(folder, ['receipt', 'list'])).out).toContain('withdrawn');
}, 60_000);

test('lists of receipts by a profile: mottaksretur, avvisningsretur, avregningsretur', async () => {
  const row = (key: string, kind: string, amount: string, day: string, more = ';') =>
    `${key};${kind};${amount};${day};${more}`;
  const rows = [
    'Ekstern referanse;Returtype;Beløp;Dato;Bilagsnummer;Årsak',
    row('NT2018T1S0-0101-PERS', 'Mottaksretur', '298 000,00', '09.04.2018'),
    row('NT2018T1S0-0104-PERS', 'Avvisningsretur', '341 350,00', '09.04.2018', ';AC04'),
    row('NT2018T1S0-0602-PERS', 'Avregningsretur', '-2 704 900,00', '10.04.2018', '7001;'),
  ];
  writeFileSync(join(folder, 'retur.csv'), `${rows.join('\r\n')}\r\n`, 'latin1');
  const { code, err } = await cli(folder, [
    'receipt',
    'read',
    'retur.csv',
    '--profile',
    'dfo-example.json',
    '--as',
    'kari',
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(await progress()).toBe('handed_over 4, refused 1, paid 1');
  const bad = await cli(folder, [
    'receipt',
    'retur.csv',
    '--profile',
    'dfo-example.json',
    '--order',
    '00-order.pain.001.001.03.xml',
  ]);
  expect(plain(bad.out)).toMatch(/refused\s+1\s+341 350 kr/);
}, 60_000);

test.each([
  [A, []],
  [B, ['RECEIPT_REASON_COVER 1 Tell finance today']],
  [C, ['RECEIPT_REASON_DATE 3 Choose another bank day']],
  [D, ['RECEIPT_CHANGED 1 The bank carries it out otherwise']],
])('%s: what a payer does about it is said', async (file, expected) => {
  const { out } = await cli(folder, ['receipt', 'read', file, '--as', 'kari', '--lang', 'en']);
  const told = [...out.matchAll(/of (\d+) payments?: .*\[(\w+)\]\n {2}What to do: (.*)/g)];
  expect(told.map(([, count, code, action = '']) => `${code} ${count} ${action}`)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});

test('what our own people have deleted in the bank is written anew only with why', async () => {
  const text = readFileSync(join(folder, C), 'utf8').replaceAll('CH03', 'DS02');
  writeFileSync(join(folder, 'deleted.xml'), text);
  expect((await cli(folder, ['receipt', 'read', 'deleted.xml', '--as', 'kari'])).code).toBe(0);
  const again = ['payout', 'write', RUN, '--again', '--channel', 'pain001', '--on', ON, '--as', 'kari'];
  const codeOf = async (...more: string[]) => /\[([A-Z_]+)\]/.exec((await cli(folder, [...again, ...more])).err)?.[1];
  expect(await codeOf()).toBe('PAYOUT_DELETED');
  // The ledger of the examples has no register: with a reason it is that which is missing.
  expect(await codeOf('--reason', 'feil beløp i banken')).toBe('PAYOUT_NO_REGISTER');
}, 60_000);

test('an answer that refuses an account says that it is blocked, and what to do', async () => {
  const text = readFileSync(join(folder, C), 'utf8').replaceAll('CH03', 'AC04');
  writeFileSync(join(folder, 'closed.xml'), text);
  const { out } = await cli(folder, ['receipt', 'read', 'closed.xml', '--as', 'kari']);
  expect(
    out.match(/^Account 99990\d{6} of \d{4} is blocked \(AC04 NT2018T1S0-.*\)\. Next: .*confirm \d{4}/gm),
  ).toHaveLength(2);
  expect(JSON.parse((await read('closed.xml')).out).receipts).toMatchObject([{ already: true, blocked: [] }]);
}, 60_000);

test('the accounts of the agency are held to the ledger: four lists that differ', async () => {
  await read(E, F);
  const bookings = [
    'ledger_account,date,amount,reference',
    '8700,2018-04-09,298000,NT2018T1S0-0101-PERS',
    '8700,2018-04-09,2704900.00,NT2018T1S0-0602-PERS',
    '8700,2018-04-10,575001,NT2018T1S0-1401-GRUN',
    '8700,2018-04-11,768150,NT2018T1S0-1401-PERS',
    '8700,2018-04-11,77,something else',
  ];
  writeFileSync(join(folder, 'bookings.csv'), `${bookings.join('\n')}\n`);
  const { code, out } = await cli(folder, ['reconcile', '--year', '2018', '--accounts', 'bookings.csv', '--json']);
  expect(code).toBe(5);
  const references = (list: { reference: string }[]): string[] => list.map(({ reference }) => reference);
  const { accounts } = JSON.parse(out);
  expect(accounts).toMatchObject({ equal: 2, equal_amount: 3_002_900 });
  expect(references(accounts.only_in_ledger)).toEqual(['NT2018T1S0-1811-PERS']);
  expect(references(accounts.only_in_accounts)).toEqual(['something else']);
  expect(references(accounts.other_amount)).toEqual(['NT2018T1S0-1401-GRUN']);
  expect(references(accounts.other_day)).toEqual(['NT2018T1S0-1401-PERS']);
  expect(accounts.not_whole).toEqual([]);

  const withOre = bookings.join('\n').replace('298000', '"298000,50"').replace(',77,', ',"76,5-",');
  writeFileSync(join(folder, 'ore.csv'), `${withOre}\n`);
  const ore = await cli(folder, ['reconcile', '--year', '2018', '--accounts', 'ore.csv', '--json']);
  const { accounts: found } = JSON.parse(ore.out);
  expect([ore.code, found.equal, references(found.other_day)]).toEqual([5, 1, references(accounts.other_day)]);
  expect(references(found.other_amount)).toEqual(['NT2018T1S0-0101-PERS', 'NT2018T1S0-1401-GRUN']);
  expect(found.not_whole).toEqual([
    { line: 2, reference: 'NT2018T1S0-0101-PERS', found: '298000,50' },
    { line: 6, reference: 'something else', found: '76,5-' },
  ]);
  expect((await cli(folder, ['reconcile', '--year', '2018', '--accounts', 'ore.csv'])).out).toContain(
    'Line 2 of the accounts: 298000,50 is no whole amount of kroner (NT2018T1S0-0101-PERS).',
  );

  writeFileSync(join(folder, 'bad.csv'), 'ledger_account,date,amount\n8700,x,y\n');
  expect((await cli(folder, ['reconcile', '--year', '2018', '--accounts', 'bad.csv'])).err).toContain(
    'BOOKINGS_COLUMN',
  );
  writeFileSync(join(folder, 'bad.csv'), 'ledger_account,date,amount,reference\n8700,"x,y\n');
  const { err } = await cli(folder, ['reconcile', '--year', '2018', '--accounts', 'bad.csv']);
  expect(err).toMatch(/from line \d on.*TABLE_MALFORMED/);
}, 60_000);

test('silence of the bank shows, and so does its end', async () => {
  const { out } = await cli(folder, ['status']);
  expect(plain(out)).toContain('The bank has not answered NT2018T1S0-F01');
  expect(plain(out)).toContain('6 payments, 5 016 800 kr');
  await read(D);
  expect((await cli(folder, ['status'])).out).not.toContain('has not answered');
}, 60_000);

test('the next run is not approved on top of a silent file, unless somebody says why', async () => {
  const ledger = openLedger(join(folder, 'norsktilskudd.db'));
  const { batch } = ledger.recordDraft(draftOf(ledger, { term: 2, lines: [{ recipient: '0101', due: 100 }] }));
  ledger.close();
  const approve = async (...more: string[]) =>
    (await cli(folder, ['approve', batch.runId, '--as', 'ola', ...more])).err.includes('PAYMENT_FILES_SILENT');
  expect(await approve()).toBe(true);
  expect(await approve('--accept', 'silence')).toBe(true);
  expect(await approve('--accept', 'silence', '--reason', 'the bank has been called')).toBe(false);
  await read(A);
  expect(await approve()).toBe(false);
}, 60_000);
