import {
  asRecipientCode,
  type Coverage,
  type FrozenGrant,
  formatRecipientCode,
  isCounted,
  type OpeningCoverage,
  type PostedState,
  parseComponent,
  parseRecipientCode,
} from '../../domain';
import { balancesToNet } from '../claims/claim-movements';
import { componentNumber } from '../codes';
import { component, rowsOf, whole } from '../columns';
import { lastPosting, type OpenLedger, postingOfHead } from '../posting-reads';
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

function coverageAsOf({ db }: OpenLedger, posting: number): Coverage[] {
  const columns = {
    grantYear: whole('v.grant_year'),
    component: component('v.component'),
    runYear: whole('h.grant_year'),
    runTerm: whole('h.term'),
  };
  const rest = `FROM coverage AS v JOIN posted_and_not_annulled AS h ON h.posting = v.posting
    WHERE h.posting <= ? AND h.annulled_by > ? ORDER BY v.posting, v.grant_year, v.component`;
  return rowsOf(db, columns, rest, posting, posting);
}

function openingCoverageAsOf({ db }: OpenLedger, posting: number): OpeningCoverage[] {
  const columns = {
    grantYear: whole('t.grant_year'),
    component: component('t.component'),
    postings: whole('sum(t.lines)'),
    sumNok: whole('sum(t.total)'),
  };
  const rest = `FROM control_totals AS t JOIN posted_and_not_annulled AS h ON h.posting = t.posting
    WHERE h.kind = 'opening' AND h.posting <= ? AND h.annulled_by > ? GROUP BY t.grant_year, t.component ORDER BY 1, 2`;
  return rowsOf(db, columns, rest, posting, posting);
}

/*
 * What a run that froze a count did not post stands with its draft, in the facts that the draft's act holds: the list
 * `frozen` of texts `grant year|component|recipient|persons|class|kroner|reason`.
 */

/** A frozen grant as the facts of a draft have it. */
export function frozenText(row: FrozenGrant): string {
  const { grantYear, component, basisRecipient, persons, rateClass, amountNok, reason } = row;
  const recipient = formatRecipientCode(asRecipientCode(basisRecipient));
  return [grantYear, component, recipient, persons, rateClass, amountNok, reason].join('|');
}

/** Grants that counting batches froze without posting them, as of a posting: those to which nothing was posted since. */
function frozenGrants({ db, format }: OpenLedger, posting: number): FrozenGrant[] {
  if (format < 2) return [];
  const since = db.prepare(
    `SELECT 1 FROM postings AS p JOIN posted_and_not_annulled AS h ON h.posting = p.posting
     WHERE p.person = 0 AND p.grant_year = ? AND p.component = ? AND p.basis_recipient = ? AND p.kind <> 5
       AND h.posting > ? AND h.posting <= ? AND h.annulled_by > ? LIMIT 1`,
  );
  return db
    .prepare(
      `SELECT h.posting, b.facts FROM posted_and_not_annulled AS h JOIN batches AS b ON b.batch = h.batch
       WHERE h.posting <= ? AND h.annulled_by > ? AND b.facts LIKE '%"frozen"%' ORDER BY h.posting`,
    )
    .all(posting, posting)
    .flatMap(([frozenBy, facts]) =>
      frozenOf(String(facts)).filter(({ grantYear, component, basisRecipient }) => {
        const key = [grantYear, componentNumber(component), basisRecipient, Number(frozenBy), posting, posting];
        return since.get(...key) === undefined;
      }),
    );
}

function frozenOf(facts: string): FrozenGrant[] {
  const { frozen }: { readonly frozen?: unknown } = JSON.parse(facts);
  if (!Array.isArray(frozen)) return [];
  return frozen.flatMap((text) => {
    const [year, name = '', code = '', persons, rateClass, amount, reason = ''] = String(text).split('|');
    const component = parseComponent(name);
    const basisRecipient = parseRecipientCode(code);
    if (component === undefined || basisRecipient === undefined || !isCounted(component)) return [];
    const figures = { persons: Number(persons), rateClass: Number(rateClass), amountNok: Number(amount) };
    return [{ grantYear: Number(year), component, basisRecipient, ...figures, reason }];
  });
}
