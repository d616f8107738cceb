import { knownBatch } from '../drafts/batches';
import { paymentsOfPosting } from '../outcomes/outcome-reads';
import { refusedSince } from '../payment-files/file-reads';
import type { OpenLedger } from '../posting-reads';
import { openBlocks } from '../recipients/blocks';
import { hasRecipients } from '../recipients/register-state';
import { hasTables } from '../schema/table-sets';
import { RECEIPTS } from './tables';

/** A payment that is known to have been refused or to have come back: it can go into a new file under the same key. */
export interface PayableAgain {
  readonly paymentKey: string;
  /** RecipientCode. */
  readonly recipient: number;
  readonly amountNok: number;
  readonly state: 'refused' | 'returned';
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Reasons that the bank gave; none where it was reported by hand. */
  readonly codes: readonly string[];
  /** The account is blocked until somebody has confirmed it anew. */
  readonly isBlocked: boolean;
}

/**
 * Payments of a posted batch that can be paid again, by recipient and group. Those whose fate is not known, and those that
 * stand in a file since, are not among them.
 */
export function payableAgain(ledger: OpenLedger, runId: string): PayableAgain[] {
  const { posting } = knownBatch(ledger, runId);
  const blocked = new Set(
    (hasRecipients(ledger) ? openBlocks(ledger.db) : []).map(({ recipient }) => Number(recipient)),
  );
  const refused = new Set(refusedSince(ledger, runId));
  return paymentsOfPosting(ledger, posting).flatMap(({ paymentKey, recipient, amountNok, outcomes }) => {
    const [before, last] = [outcomes.at(-2), outcomes.at(-1)];
    if (last === undefined || !refused.has(paymentKey)) return [];
    const state = before?.kind === 'paid' ? 'returned' : 'refused';
    const codes = reasonsOf(ledger, paymentKey);
    return { paymentKey, recipient, amountNok, state, on: last.on, codes, isBlocked: blocked.has(recipient) };
  });
}

/** Reasons of the last refusal or return. */
function reasonsOf(ledger: OpenLedger, paymentKey: string): string[] {
  if (!hasTables(ledger, RECEIPTS)) return [];
  const row = ledger.db
    .prepare(
      `SELECT codes FROM receipt_facts_in_force WHERE payment_key = ? AND meaning IN ('refused', 'returned')
       ORDER BY at DESC, receipt DESC, fact DESC LIMIT 1`,
    )
    .get(paymentKey);
  const codes: unknown = row === undefined ? [] : JSON.parse(String(row[0]));
  return Array.isArray(codes) ? codes.map(String) : [];
}
