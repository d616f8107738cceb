import { assert, type ErrorDetail } from '../../domain';
import { ACCESS_HEAD_ACTS } from '../access-heads/head-rows';
import { CASE_ACTS } from '../cases/acts';
import { CLAIM_ACTS } from '../claims/claim-play';
import type { LaterAct } from '../codes';
import { CASE_DELETION_ACTS, RECEIPT_DELETION_ACTS } from '../deletions/acts';
import type { ActBy, ActContent } from '../journal';
import { extendLedger } from '../migration/extend';
import { OPENING_PAYMENT_ACTS } from '../opening-payments/payment-rows';
import { PAYMENT_FILE_ACTS } from '../payment-files/acts';
import type { OpenLedger } from '../posting-reads';
import { RECEIPT_ACTS } from '../receipts/acts';
import { RECIPIENT_LATER } from '../recipients/acts';
import { heldSets } from '../schema/table-sets';
import type { LaterActs, LaterStoredAct } from './later-act';

const LATER: readonly LaterActs[] = [
  PAYMENT_FILE_ACTS,
  RECIPIENT_LATER,
  OPENING_PAYMENT_ACTS,
  RECEIPT_ACTS,
  CASE_ACTS,
  CLAIM_ACTS,
  ACCESS_HEAD_ACTS,
  RECEIPT_DELETION_ACTS,
  CASE_DELETION_ACTS,
];

/** Those whose tables the ledger has. */
function held(ledger: OpenLedger): LaterActs[] {
  if (ledger.format < 2) return [];
  const names = new Set(heldSets(ledger.db).map(({ name }) => name));
  return LATER.filter(({ tables }) => names.has(tables));
}

/** What the tables say that an act wrote. */
export function laterContent(ledger: OpenLedger, act: LaterStoredAct): ActContent | undefined {
  return held(ledger)
    .map(({ contentOf }) => contentOf[act.act])
    .find((content) => content !== undefined)?.(ledger, act);
}

/** Tables that are counted against their acts. */
export function laterRows(ledger: OpenLedger): { readonly table: string; readonly acts: readonly LaterAct[] }[] {
  return held(ledger).flatMap(({ rows }) => Object.entries(rows).map(([table, acts]) => ({ table, acts })));
}

/** What is wrong with the rows of later tables. */
export function laterFaults(ledger: OpenLedger): ErrorDetail[] {
  return held(ledger).flatMap((later) => later.faults(ledger));
}

/**
 * Gives the ledger a set's tables in every version that this program knows, where it lacks them: before the first act that
 * writes to them, in its transaction.
 */
export function requireTables(ledger: OpenLedger, name: string, by: ActBy): void {
  const sets = ledger.tableSets.filter((set) => set.name === name);
  assert(sets.length > 0, `this program knows no tables ${name}`);
  for (const set of sets) extendLedger(ledger, set, by);
}
