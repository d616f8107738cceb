import { asDay, assert, formatDay, knownDay, NorsktilskuddError, sha256Hex } from '../../domain';
import { knownBatch } from '../drafts/batches';
import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { isRowText } from '../rows-text';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { amountOf, writeFileAct } from './acts';
import { paymentFile, paymentFiles } from './file-reads';
import type { HandOverInput, PaymentFileContent, PaymentFileInfo } from './file-types';
import { PAYMENT_FILES } from './tables';

/**
 * Fixes files of payments before anything is written: their bytes, ids and payments. Each payment stands in one file; in a
 * second one only after it was refused or the first was given up. The caller holds the transaction.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_FILE_NOT_POSTED, LEDGER_FILE_OTHER_CHANNEL,
 * LEDGER_FILE_PAYMENT_TAKEN, LEDGER_ACT_REFUSED
 */
export function writeFiles(
  ledger: OpenLedger,
  files: readonly PaymentFileContent[],
  by: SignedActBy,
): PaymentFileInfo[] {
  requireTables(ledger, PAYMENT_FILES, by);
  return files.map((content) => {
    const { runId } = content;
    const batch = knownBatch(ledger, runId);
    if (batch.state !== 'posted') {
      throw new NorsktilskuddError('refused', 'LEDGER_FILE_NOT_POSTED', { runId, state: batch.state });
    }
    refuseOtherFiles(ledger, content);
    return store(ledger, content, batch.posting, by);
  });
}

function refuseOtherFiles(ledger: OpenLedger, { runId, channel, payments }: PaymentFileContent): void {
  const files = paymentFiles(ledger, runId).filter(({ state }) => state !== 'discarded');
  const other = files.find((file) => file.channel !== channel);
  if (other !== undefined) {
    const params = { runId, channel: other.channel, name: other.name };
    throw new NorsktilskuddError('refused', 'LEDGER_FILE_OTHER_CHANNEL', params);
  }
  const keys = new Set(payments.map(({ paymentKey }) => paymentKey));
  for (const file of files) {
    const taken = file.payments.find(({ paymentKey }) => keys.has(paymentKey) && !wasRefused(ledger, paymentKey, file));
    if (taken === undefined) continue;
    const params = { paymentKey: taken.paymentKey, name: file.name };
    throw new NorsktilskuddError('refused', 'LEDGER_FILE_PAYMENT_TAKEN', params);
  }
}

/** The last that is known of a payment is that it was refused, and that was reported after it came into the file. */
function wasRefused({ db }: OpenLedger, paymentKey: string, { file }: Pick<PaymentFileInfo, 'file'>): boolean {
  const last = db
    .prepare(
      `SELECT o.kind, o.journal > (SELECT journal FROM payment_files WHERE file = ?) FROM payment_outcomes_in_force AS o
       WHERE o.payment_key = ? ORDER BY o.outcome DESC LIMIT 1`,
    )
    .get(file, paymentKey);
  return last?.[0] === 'refused' && last[1] === 1;
}

function store(ledger: OpenLedger, content: PaymentFileContent, posting: number, by: SignedActBy): PaymentFileInfo {
  const { db } = ledger;
  const { number, channel, format, messageId, name, debtorAccount, executionDate, createdAt } = content;
  const { settings, bytes, payments } = content;
  const file = Number(db.prepare('SELECT coalesce(max(file), 0) + 1 FROM payment_files').get()?.[0]);
  const hash = sha256Hex(bytes);
  const journal = writeSignedAct(db, 'write-file', by, writeFileAct(file, { ...content, hash }));
  db.prepare('INSERT INTO payment_files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[file, journal, posting, number, channel, format, messageId, name, debtorAccount, executionDate],
    ...[createdAt, payments.length, amountOf(payments), hash, settings, bytes],
  );
  const insert = db.prepare('INSERT INTO payment_file_payments VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { paymentKey, instructionId, paymentInfoId, amountNok, account, name: payee } of payments) {
    insert.run(file, paymentKey, instructionId, paymentInfoId, amountNok, account, payee);
  }
  return known(ledger, file);
}

/** Writes down that a file stands where it should, byte for byte as it was meant. The caller has looked. */
export function fileMade(ledger: OpenLedger, name: string, by: SignedActBy): boolean {
  const file = paymentFiles(ledger).find((each) => each.name === name);
  assert(file !== undefined, `the ledger has no file ${name}`);
  if (file.state === 'discarded') throw new NorsktilskuddError('refused', 'LEDGER_FILE_DISCARDED', { name });
  if (file.state !== 'intent') return false;
  const journal = writeSignedAct(ledger.db, 'file-made', by, { name, hash: file.hash });
  ledger.db.prepare('INSERT INTO payment_file_makings VALUES (?, ?)').run(file.file, journal);
  return true;
}

/**
 * Writes down that files were handed over: those that are named, else all that wait for it. The same file under the same
 * reference again is "already" (left out of the answer); under another reference it was handed over once more.
 *
 * @throws NorsktilskuddError usage LEDGER_FILE_UNKNOWN, LEDGER_FILE_REFERENCE; refused LEDGER_FILE_NONE, LEDGER_FILE_NOT_MADE,
 * LEDGER_FILE_DISCARDED, LEDGER_FILE_HANDED_OVER_BEFORE
 */
export function handOver(ledger: OpenLedger, input: HandOverInput): PaymentFileInfo[] {
  const { runId, names, on, reference } = input;
  if (reference === '' || !isRowText(reference)) throw new NorsktilskuddError('usage', 'LEDGER_FILE_REFERENCE', {});
  const asked = namedFiles(ledger, runId, names).filter(
    ({ state }) => names.length > 0 || state === 'made' || state === 'intent',
  );
  const isRepeated = (file: PaymentFileInfo): boolean => file.handOvers.some((each) => each.reference === reference);
  if (asked.length === 0) {
    if (paymentFiles(ledger, runId).some(isRepeated)) return [];
    throw new NorsktilskuddError('refused', 'LEDGER_FILE_NONE', { runId });
  }
  const fresh = asked.filter((file) => !isRepeated(file));
  for (const { name, state, createdAt } of fresh) {
    if (state === 'discarded') throw new NorsktilskuddError('refused', 'LEDGER_FILE_DISCARDED', { name });
    if (state === 'intent') throw new NorsktilskuddError('refused', 'LEDGER_FILE_NOT_MADE', { name });
    const writtenOn = createdAt.slice(0, 10);
    const latest = formatDay(asDay(knownDay(input.at.slice(0, 10)) + 1));
    if (on < writtenOn || on > latest) {
      throw new NorsktilskuddError('refused', 'LEDGER_FILE_HANDED_OVER_BEFORE', { name, on, writtenOn });
    }
  }
  return fresh.map(({ file, name, hash }) => {
    const journal = writeSignedAct(ledger.db, 'hand-over', input, { name, hash, on, reference });
    ledger.db.prepare('INSERT INTO payment_file_handovers VALUES (?, ?, ?, ?)').run(journal, file, on, reference);
    return known(ledger, file);
  });
}

/**
 * Gives up files that were never handed over.
 *
 * @throws NorsktilskuddError usage LEDGER_FILE_UNKNOWN; refused LEDGER_FILE_HANDED_OVER
 */
export function discardFiles(
  ledger: OpenLedger,
  runId: string,
  names: readonly string[],
  by: SignedActBy,
): PaymentFileInfo[] {
  const asked = namedFiles(ledger, runId, names).filter(
    ({ state }) => state !== 'discarded' && (names.length > 0 || state !== 'handed_over'),
  );
  for (const { name, handOvers } of asked) {
    const last = handOvers.at(-1);
    if (last === undefined) continue;
    const params = { name, on: last.on, reference: last.reference };
    throw new NorsktilskuddError('refused', 'LEDGER_FILE_HANDED_OVER', params);
  }
  return asked.map(({ file, name, hash }) => {
    const journal = writeSignedAct(ledger.db, 'discard-file', by, { name, hash });
    ledger.db.prepare('INSERT INTO payment_file_discards VALUES (?, ?)').run(file, journal);
    return known(ledger, file);
  });
}

/** Files of a run by their names; all where none is given. */
function namedFiles(ledger: OpenLedger, runId: string, names: readonly string[]): PaymentFileInfo[] {
  knownBatch(ledger, runId);
  const files = paymentFiles(ledger, runId);
  const unknown = names.find((name) => !files.some((file) => file.name === name));
  if (unknown !== undefined) throw new NorsktilskuddError('usage', 'LEDGER_FILE_UNKNOWN', { runId, name: unknown });
  return names.length === 0 ? files : files.filter(({ name }) => names.includes(name));
}

function known(ledger: OpenLedger, file: number): PaymentFileInfo {
  const found = paymentFile(ledger, file);
  assert(found !== undefined, 'a payment file does not go away');
  return found;
}
