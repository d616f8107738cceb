import { assert, isSamePerson, NorsktilskuddError, sha256Hex } from '../../domain';
import { valuesOf } from '../columns';
import { type ActContent, actorKey, type SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import { findPayment } from '../outcomes/outcome-reads';
import type { OpenLedger } from '../posting-reads';
import { blockTexts } from '../recipients/blocks';
import { hasTables } from '../schema/table-sets';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { factColumns, factsHash, outcomesContent } from './acts';
import { factsOfReceipt, receiptsOf, withdrawalsOf } from './receipt-reads';
import type {
  KeptFile,
  ReceiptInfo,
  ReceiptJudge,
  ReceiptMoves,
  ReceiptReading,
  ReceiptWithdrawal,
  WithdrawalRequest,
} from './receipt-types';
import { type Settlement, settlement } from './settle';
import { RECEIPTS } from './tables';

/** Keeps a file as it is, before anything is made of it. The same bytes again, under whatever name: "already". */
export function receiveReceipt(
  ledger: OpenLedger,
  { name, bytes }: KeptFile,
  by: SignedActBy,
): { readonly receipt: number; readonly already: boolean } {
  const { db } = ledger;
  const hash = sha256Hex(bytes);
  const known = hasTables(ledger, RECEIPTS)
    ? db.prepare('SELECT receipt FROM receipts WHERE hash = ?').get(hash)
    : undefined;
  if (known) return { receipt: Number(known[0]), already: true };
  requireTables(ledger, RECEIPTS, by);
  const receipt = Number(db.prepare('SELECT coalesce(max(receipt), 0) + 1 FROM receipts').get()?.[0]);
  const journal = writeSignedAct(db, 'receive-receipt', by, { receipt, name, hash, size: bytes.length });
  db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?)').run(receipt, journal, name, hash, bytes.length, bytes);
  return { receipt, already: false };
}

/**
 * Writes down what a kept file says of payments, and brings their outcomes to what is proven now. One act; read before:
 * "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RECEIPT_UNKNOWN; refused LEDGER_ACT_REFUSED
 */
export function applyReceipt(
  ledger: OpenLedger,
  reading: ReceiptReading,
  judge: ReceiptJudge,
  by: SignedActBy,
): ReceiptMoves {
  const { db } = ledger;
  const { receipt, facts, identity, content } = reading;
  if (receiptNumbered(ledger, receipt).reading !== undefined) return NOTHING_MOVED;
  const keys = new Set([...facts.map(({ paymentKey }) => paymentKey), ...keysOfIdentity(ledger, identity)]);
  const pending = { added: { identity, content, facts }, day: by.at.slice(0, 10) };
  const settled = settlement(ledger, [...keys], judge, pending);
  const said = {
    kind: reading.kind,
    message_id: reading.messageId,
    identity,
    content_hash: content,
    problems: JSON.stringify(reading.problems),
    facts: facts.length,
    facts_hash: factsHash(facts),
  };
  if (settled.blocked.length > 0) requireTables(ledger, 'recipients', by);
  const journal = writeSignedAct(db, 'receipt', by, { receipt, ...said, ...contentOf(settled) });
  const values = [receipt, journal, ...Object.values(said), settled.first, settled.rows.length];
  db.prepare('INSERT INTO receipt_readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...values);
  const insert = db.prepare('INSERT INTO receipt_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [index, fact] of facts.entries()) insert.run(receipt, index + 1, ...factColumns(fact));
  settled.store(journal);
  return movesOf(settled);
}

const NOTHING_MOVED: ReceiptMoves = { payments: 0, unknown: 0, blocked: [], already: true };

function movesOf({ payments, unknown, blocked }: Settlement): ReceiptMoves {
  return { payments, unknown, blocked, already: false };
}

/** What the act says of what it settles. */
function contentOf({ first, rows, blocked }: Settlement): ActContent {
  return { ...outcomesContent(first, rows), ...(blocked.length === 0 ? {} : { blocks: blockTexts(blocked) }) };
}

/** Payments of which a message of that identity says something. */
function keysOfIdentity({ db }: OpenLedger, identity: string): string[] {
  const sql = 'SELECT DISTINCT payment_key FROM receipt_facts JOIN receipt_readings USING (receipt) WHERE identity = ?';
  return valuesOf(db, String, sql, identity);
}

/**
 * Says that a record is wrong, for one payment or for all. It counts until somebody else has confirmed that. The same
 * again by the same person: "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RECEIPT_UNKNOWN, LEDGER_RECEIPT_WITHOUT_PAYMENT; refused LEDGER_RECEIPT_NOT_READ,
 * LEDGER_OUTCOME_ANNULLED, LEDGER_ACT_REFUSED
 */
export function withdrawReceipt(
  ledger: OpenLedger,
  request: WithdrawalRequest,
  judge: ReceiptJudge,
): ReceiptMoves & { readonly withdrawal: ReceiptWithdrawal } {
  const { receipt, paymentKey } = request;
  const info = receiptNumbered(ledger, receipt);
  if (info.reading === undefined) throw new NorsktilskuddError('refused', 'LEDGER_RECEIPT_NOT_READ', { receipt });
  if (paymentKey !== '' && !factsOfReceipt(ledger, receipt).some((fact) => fact.paymentKey === paymentKey)) {
    throw new NorsktilskuddError('usage', 'LEDGER_RECEIPT_WITHOUT_PAYMENT', { receipt, paymentKey });
  }
  const known = info.withdrawals.find((each) => each.paymentKey === paymentKey || each.paymentKey === '');
  if (known !== undefined && (known.confirmedBy !== '' || isSamePerson(known.proposedBy, request.actor))) {
    return { ...NOTHING_MOVED, withdrawal: known };
  }
  refuseAnnulled(ledger, paymentKey === '' ? keysOfIdentity(ledger, info.reading.identity) : [paymentKey]);
  if (known === undefined) return { ...NOTHING_MOVED, ...propose(ledger, request), already: false };
  return confirm(ledger, known, info.reading, judge, request);
}

/** On what was told of the payments of a batch its annulment rests: it is not taken back afterwards. */
function refuseAnnulled(ledger: OpenLedger, paymentKeys: readonly string[]): void {
  for (const paymentKey of paymentKeys) {
    const payment = findPayment(ledger, paymentKey);
    if (!payment?.annulled) continue;
    throw new NorsktilskuddError('refused', 'LEDGER_OUTCOME_ANNULLED', { paymentKey, runId: payment.runId });
  }
}

function propose(
  ledger: OpenLedger,
  { receipt, paymentKey, ...by }: WithdrawalRequest,
): { readonly withdrawal: ReceiptWithdrawal } {
  const { db } = ledger;
  const withdrawal = Number(db.prepare('SELECT coalesce(max(withdrawal), 0) + 1 FROM receipt_withdrawals').get()?.[0]);
  const content = { withdrawal, receipt, payment_key: paymentKey };
  const journal = writeSignedAct(db, 'propose-receipt-withdrawal', by, content);
  db.prepare('INSERT INTO receipt_withdrawals VALUES (?, ?, ?, ?, ?)').run(
    withdrawal,
    journal,
    receipt,
    paymentKey,
    actorKey(by.actor),
  );
  return { withdrawal: withdrawalNumbered(ledger, withdrawal) };
}

function confirm(
  ledger: OpenLedger,
  { withdrawal, receipt, paymentKey }: ReceiptWithdrawal,
  { identity, content }: Pick<ReceiptReading, 'identity' | 'content'>,
  judge: ReceiptJudge,
  by: SignedActBy,
): ReceiptMoves & { readonly withdrawal: ReceiptWithdrawal } {
  const { db } = ledger;
  const pending = { withdrawn: { identity, content, paymentKey }, day: by.at.slice(0, 10) };
  const keys = paymentKey === '' ? keysOfIdentity(ledger, identity) : [paymentKey];
  const settled = settlement(ledger, keys, judge, pending);
  if (settled.blocked.length > 0) requireTables(ledger, 'recipients', by);
  const said = { withdrawal, receipt, payment_key: paymentKey, ...contentOf(settled) };
  const journal = writeSignedAct(db, 'withdraw-receipt', by, said);
  db.prepare('INSERT INTO receipt_withdrawals_confirmed VALUES (?, ?, ?, ?, ?)').run(
    withdrawal,
    journal,
    actorKey(by.actor),
    settled.first,
    settled.rows.length,
  );
  settled.store(journal);
  return { ...movesOf(settled), withdrawal: withdrawalNumbered(ledger, withdrawal) };
}

function withdrawalNumbered(ledger: OpenLedger, withdrawal: number): ReceiptWithdrawal {
  const found = withdrawalsOf(ledger).find((each) => each.withdrawal === withdrawal);
  assert(found !== undefined, 'a withdrawal does not go away');
  return found;
}

function receiptNumbered(ledger: OpenLedger, receipt: number): ReceiptInfo {
  const found = receiptsOf(ledger).find((each) => each.receipt === receipt);
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RECEIPT_UNKNOWN', { receipt });
  return found;
}
