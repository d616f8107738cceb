import { type ErrorDetail, errorDetail, isSamePerson, sha256Hex } from '../../domain';
import { type ActContent, actorKey, contentOfRow, fieldsOf } from '../journal';
import { inRow, type LaterActs, type LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';
import { damagedReceipts, factsOfReceipt, type OutcomeRow, outcomeRows, receiptsOf } from './receipt-reads';
import type { ReceiptFact } from './receipt-types';
import { RECEIPTS } from './tables';

/** Acts of receipts, held to their rows. */
export const RECEIPT_ACTS: LaterActs = {
  tables: RECEIPTS,
  contentOf: {
    'receive-receipt': inRow('receipt, name, hash, size', 'FROM receipts WHERE journal = ?'),
    receipt: readingContent,
    'propose-receipt-withdrawal': inRow(
      'withdrawal, receipt, payment_key',
      'FROM receipt_withdrawals WHERE journal = ?',
    ),
    'withdraw-receipt': withdrawnContent,
  },
  rows: {
    receipts: ['receive-receipt'],
    receipt_readings: ['receipt'],
    receipt_withdrawals: ['propose-receipt-withdrawal'],
    receipt_withdrawals_confirmed: ['withdraw-receipt'],
  },
  faults: receiptFaults,
};

function readingContent(ledger: OpenLedger, act: LaterStoredAct): ActContent | undefined {
  const columns =
    'receipt, kind, message_id, identity, content_hash, problems, facts, facts_hash, first_outcome, outcomes';
  const said = contentOfRow(ledger.db, columns, 'FROM receipt_readings WHERE journal = ?', act.journal);
  if (said === undefined) return undefined;
  const facts = factsOfReceipt(ledger, Number(said.receipt));
  // The column and the rows must both be what was reported.
  const isSame = factsHash(facts) === said.facts_hash && facts.length === said.facts;
  return withOutcomes(ledger, act, isSame ? said : { ...said, facts_hash: '' });
}

function withdrawnContent(ledger: OpenLedger, act: LaterStoredAct): ActContent | undefined {
  const columns = 'w.withdrawal, w.receipt, w.payment_key, c.first_outcome, c.outcomes';
  const rest = `FROM receipt_withdrawals_confirmed AS c JOIN receipt_withdrawals AS w USING (withdrawal)
    WHERE c.journal = ?`;
  const said = contentOfRow(ledger.db, columns, rest, act.journal);
  return said && withOutcomes(ledger, act, said);
}

/** Outcomes are the act's own; blocks of accounts are held to it by the register of recipients. */
function withOutcomes(ledger: OpenLedger, { journal, body }: LaterStoredAct, said: ActContent): ActContent {
  const first = Number(said.first_outcome);
  const rows = outcomeRows(ledger, first, Number(said.outcomes)).filter((row) => row.journal === journal);
  return { ...outcomesContent(first, rows), ...said, ...fieldsOf(body, ['blocks']) };
}

/** Kept bytes have their hash, facts are numbered from 1 without gaps, who confirms is another than who proposed, and names are those of the acts. */
function receiptFaults(ledger: OpenLedger): ErrorDetail[] {
  const damaged = damagedReceipts(ledger);
  const names = receiptsOf(ledger);
  const strayFacts = ledger.db
    .prepare(
      `SELECT receipt FROM receipt_facts GROUP BY receipt
       HAVING receipt NOT IN (SELECT receipt FROM receipt_readings) OR min(fact) <> 1 OR max(fact) <> count(*)`,
    )
    .all();
  const persons = ['receipt_withdrawals', 'receipt_withdrawals_confirmed'].flatMap((table) =>
    ledger.db
      .prepare(`SELECT t.actor_key, j.actor, t.journal FROM ${table} AS t JOIN journal AS j ON j.sequence = t.journal`)
      .all()
      .filter(([key, actor]) => key !== actorKey(String(actor)))
      .map(([, , journal]) => errorDetail('LEDGER_ACT_DIFFERS', { sequence: Number(journal), act: table })),
  );
  const own = names.flatMap(({ withdrawals }) =>
    withdrawals.filter((each) => each.confirmedBy !== '' && isSamePerson(each.proposedBy, each.confirmedBy)),
  );
  return [
    ...damaged.map((receipt) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt })),
    ...strayFacts.map(([receipt]) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt: Number(receipt) })),
    ...persons,
    ...own.map(({ receipt }) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt })),
  ];
}

/** What such an act says of the outcomes that it wrote, numbered from the first. */
export function outcomesContent(first: number, rows: readonly OutcomeRow[]): ActContent {
  const texts = rows.map(({ paymentKey, kind, on, undoes }) => textRow('outcome', paymentKey, kind, on, undoes));
  return { first_outcome: first, outcomes: rows.length, outcomes_hash: sha256Hex(texts.join('')) };
}

/** SHA-256 over a row a fact, in the order in which they were read. */
export function factsHash(facts: readonly ReceiptFact[]): string {
  return sha256Hex(facts.map((fact) => `${JSON.stringify(factColumns(fact))}\n`).join(''));
}

/** A fact as the columns of `receipt_facts` hold it, without receipt and number. */
export function factColumns(fact: ReceiptFact): string[] {
  const { paymentKey, orderId, meaning, at, status, codes, texts, kind, booking } = fact;
  return [paymentKey, orderId, meaning, at, status, JSON.stringify(codes), JSON.stringify(texts), kind, booking];
}
