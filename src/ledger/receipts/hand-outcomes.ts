import { valuesOf } from '../columns';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import type { ReceiptFact, ReceiptMessage } from './receipt-types';
import { RECEIPTS } from './tables';

/** An outcome of a payment as it was written, with what has become of it. */
export interface OutcomeEvent {
  readonly number: number;
  readonly kind: string;
  readonly on: string;
  readonly journal: number;
  readonly isByHand: boolean;
  /** Nothing has undone it. */
  readonly inForce: boolean;
  /** Nobody has undone it by hand: what messages have undone is said all the same. */
  readonly isSaid: boolean;
  /** When it was reported, the payment had been paid. */
  readonly isAfterPaid: boolean;
}

/** Every outcome of a payment, the oldest first; those that undo are not among them. */
export function outcomeEvents({ db }: OpenLedger, paymentKey: string): OutcomeEvent[] {
  const rows = db
    .prepare(
      `SELECT o.outcome, o.kind, o.on_date, o.journal, j.act = 'outcome', o.undoes FROM payment_outcomes AS o
       JOIN journal AS j ON j.sequence = o.journal WHERE o.payment_key = ? ORDER BY o.outcome`,
    )
    .all(paymentKey);
  const undone = new Map(rows.map((row) => [Number(row[5]), row[4] === 1]));
  const standing: string[] = [];
  return rows.flatMap(([number, kind, on, journal, byHand]) => {
    if (kind === 'undone') {
      standing.pop();
      return [];
    }
    const isAfterPaid = standing.at(-1) === 'paid';
    standing.push(String(kind));
    return {
      number: Number(number),
      kind: String(kind),
      on: String(on),
      journal: Number(journal),
      isByHand: byHand === 1,
      inForce: !undone.has(Number(number)),
      isSaid: undone.get(Number(number)) !== true,
      isAfterPaid,
    };
  });
}

/** What was reported by hand is a receipt of its own kind; undefined where nothing was. */
export function messageByHand(
  paymentKey: string,
  events: readonly OutcomeEvent[],
  files: readonly { readonly messageId: string; readonly journal: number }[],
): ReceiptMessage | undefined {
  const facts = events
    .filter(({ isByHand, isSaid }) => isByHand && isSaid)
    .map(({ number, kind, on, journal, isAfterPaid }): ReceiptFact => {
      const isReturn = kind === 'refused' && isAfterPaid;
      return {
        paymentKey,
        orderId: files.findLast((file) => file.journal < journal)?.messageId ?? '',
        meaning: isReturn ? 'returned' : kind,
        at: on,
        status: '',
        codes: [],
        texts: [],
        kind: 'hand',
        booking: kind === 'paid' || isReturn ? `hand ${number}` : '',
      };
    });
  return facts.length === 0 ? undefined : { identity: 'hand', content: 'hand', facts };
}

/** Meanings that say what has become of a payment. */
const DECISIVE = ['refused', 'paid', 'returned', 'unknown'];

/** What messages say has become of a payment; empty where none says it. */
export function settledByReceipts(ledger: OpenLedger, paymentKey: string): ReadonlySet<string> {
  if (!hasTables(ledger, RECEIPTS)) return new Set();
  const sql = 'SELECT DISTINCT meaning FROM receipt_facts_in_force WHERE payment_key = ?';
  return new Set(valuesOf(ledger.db, String, sql, paymentKey).filter((meaning) => DECISIVE.includes(meaning)));
}

/**
 * Whether somebody may tell by hand what messages tell already: only that what was paid has come back, and that this was a
 * mistake. All else they would contradict; a message that is wrong is withdrawn by two persons.
 */
export function mayTellByHand(ledger: OpenLedger, paymentKey: string, kind: string): boolean {
  const settled = settledByReceipts(ledger, paymentKey);
  if (settled.size === 0) return true;
  const last = outcomeEvents(ledger, paymentKey).findLast(({ inForce }) => inForce);
  const isPaidAlone = settled.size === 1 && settled.has('paid');
  if (kind === 'refused') return isPaidAlone && last?.kind === 'paid';
  return kind === 'undone' && isPaidAlone && last?.isByHand === true && last.isAfterPaid;
}
