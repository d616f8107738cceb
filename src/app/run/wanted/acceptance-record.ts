import type { AcceptanceFacts } from '../../../audit';
import type { Acceptance } from '../acceptance';
import type { Wanted } from './wanted';
import type { PostedBefore, TermFacts } from './wanted-by-term';

/** What was accepted and wanted, with the facts that this follows from, as the manifest shows it. */
export function acceptanceRecord(
  accepted: readonly Acceptance[],
  wanted: readonly Wanted[],
  { before, extract }: Pick<TermFacts, 'before' | 'extract'>,
): AcceptanceFacts {
  return {
    accepted: accepted
      .map(({ name, reference }) => ({ name, reference }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    before: before === undefined ? null : beforeRecord(before),
    extract: { persons: extract.persons, hours_rows: extract.hoursRows },
    wanted: wanted.map(({ name, status, figures }) => ({ name, status, figures: { ...figures } })),
  };
}

function beforeRecord({ grantYear, term, extract, paidInYearNok }: PostedBefore): AcceptanceFacts['before'] {
  const counts = extract && { persons: extract.persons, hours_rows: extract.hoursRows };
  return {
    grant_year: grantYear,
    term,
    extract: extract === null ? 'unknown' : (counts ?? null),
    paid_in_year_nok: paidInYearNok,
  };
}

/** What had been posted before a run, read back from its manifest. */
export function beforeOfRecord(before: AcceptanceFacts['before']): PostedBefore | undefined {
  if (before === null) return undefined;
  const { extract } = before;
  const counts = extract === null ? undefined : extract === 'unknown' ? null : countsOf(extract);
  return { grantYear: before.grant_year, term: before.term, extract: counts, paidInYearNok: before.paid_in_year_nok };
}

function countsOf({ persons, hours_rows: hoursRows }: { persons: number; hours_rows: number }) {
  return { persons, hoursRows };
}
