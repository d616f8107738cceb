import type { Coverage, OpeningCoverage, PostedState } from '../../domain';
import { balancesToNet } from '../claims/claim-movements';
import { componentOfNumber } from '../codes';
import { lastPosting, type OpenLedger, postingOfHead } from '../posting-reads';
import { frozenGrants } from './frozen-grants';
import { entriesOfOne, postedEntries } from './posted-entries';

/**
 * The ledger as far as a run needs it, as of a posting head (the last one where none is given). Entries are read as they
 * are asked for: nothing may be written through this ledger until they have been read to the end.
 *
 * @param before journal number of an act: of what is claimed, only what was moved before it
 */
export function postedState(ledger: OpenLedger, asOfHead?: string, before?: number): PostedState {
  const posting = asOfHead === undefined ? lastPosting(ledger) : postingOfHead(ledger, asOfHead);
  return {
    entries: (grantYears, identities) => ({
      [Symbol.iterator]: () => postedEntries(ledger, posting, grantYears, identities),
    }),
    balances: balancesToNet(ledger, posting, before),
    coverage: coverageAsOf(ledger, posting),
    openingCoverage: openingCoverageAsOf(ledger, posting),
    frozen: frozenGrants(ledger, posting),
  };
}

/** A posted state that holds the entries of one person alone (NO_PERSON: of the components without persons). */
export function postedStateOfOne(ledger: OpenLedger, asOfHead: string, ids: readonly number[]): PostedState {
  const posting = postingOfHead(ledger, asOfHead);
  return {
    entries: (grantYears) => entriesOfOne(ledger, posting, grantYears, ids),
    balances: [],
    coverage: coverageAsOf(ledger, posting),
    openingCoverage: openingCoverageAsOf(ledger, posting),
    frozen: frozenGrants(ledger, posting),
  };
}

function coverageAsOf(ledger: OpenLedger, posting: number): Coverage[] {
  return ledger.db
    .prepare(
      `SELECT v.grant_year, v.component, h.grant_year, h.term
       FROM coverage AS v JOIN posted_and_not_annulled AS h ON h.posting = v.posting
       WHERE h.posting <= ? AND h.annulled_by > ? ORDER BY v.posting, v.grant_year, v.component`,
    )
    .all(posting, posting)
    .map((row) => ({
      grantYear: Number(row[0]),
      component: componentOfNumber(row[1]),
      runYear: Number(row[2]),
      runTerm: Number(row[3]),
    }));
}

function openingCoverageAsOf(ledger: OpenLedger, posting: number): OpeningCoverage[] {
  return ledger.db
    .prepare(
      `SELECT t.grant_year, t.component, sum(t.lines), sum(t.total)
       FROM control_totals AS t JOIN posted_and_not_annulled AS h ON h.posting = t.posting
       WHERE h.kind = 'opening' AND h.posting <= ? AND h.annulled_by > ?
       GROUP BY t.grant_year, t.component ORDER BY 1, 2`,
    )
    .all(posting, posting)
    .map((row) => ({
      grantYear: Number(row[0]),
      component: componentOfNumber(row[1]),
      postings: Number(row[2]),
      sumNok: Number(row[3]),
    }));
}
