import { findCalendar } from '../../../../rules';
import { type Day, formatDay, type LimitTable } from '../../../domain';
import type { ExtractCounts } from './extract-counts';
import { fact, type Wanted } from './wanted';

/** What had been posted when a run started. */
export interface PostedBefore {
  /** Of the batch posted last; 0 for an opening batch. */
  readonly grantYear: number;
  readonly term: number;
  /** The extract of the run posted last; undefined where no run was posted, null where it can no longer be told. */
  readonly extract: ExtractCounts | null | undefined;
  /** Kroner paid by the posted runs of this run's grant year. */
  readonly paidInYearNok: number;
}

/** Settings of an installation that decide what a run wants accepted. */
export interface WantedSettings {
  /** Fewer persons or hours rows than this, in percent of the extract posted last, need no acceptance. */
  readonly fewerPersonsPercent: number;
  /** Of the run's grant year. */
  readonly appropriationNok: number | undefined;
}

/** What holds where the settings say nothing. */
export const NO_SETTINGS: WantedSettings = { fewerPersonsPercent: 2, appropriationNok: undefined };

/** What a run's term, extract and ledger say of it. */
export interface TermFacts {
  readonly grantYear: number;
  readonly term: number;
  readonly cutOff: Day;
  readonly takenAt: Day | undefined;
  readonly extract: ExtractCounts;
  /** undefined where nothing has been posted. */
  readonly before: PostedBefore | undefined;
  readonly settings: WantedSettings;
  /** They say which years have a calendar. */
  readonly limits: LimitTable;
}

/** Days before the cut-off from which an extract is stale. */
const STALE_DAYS = 31;
/** Terms that are named one by one. */
const NAMED_TERMS = 8;

/** What a run wants accepted for what it follows, what it rests on and what it comes to beside the runs before. */
export function wantedByTerm(facts: TermFacts, paidNok: number): Wanted[] {
  return [
    ...fewerPersons(facts),
    ...skippedTerm(facts),
    ...staleExtract(facts),
    ...(facts.before === undefined && facts.term !== 1
      ? [fact('first-run', { grant_year: facts.grantYear, term: facts.term })]
      : []),
    ...aboveAppropriation(facts, paidNok),
  ];
}

function fewerPersons({ extract, before, settings }: TermFacts): Wanted[] {
  const former = before?.extract;
  if (former === undefined) return [];
  const { persons, hoursRows } = extract;
  const now = { persons, hours_rows: hoursRows };
  const limit = { limit_percent: String(settings.fewerPersonsPercent) };
  if (former === null)
    return [fact('fewer-persons', { ...now, persons_before: '?', hours_rows_before: '?', ...limit })];
  const isFewer = (count: number, countBefore: number): boolean =>
    (countBefore - count) * 10_000 > Math.round(settings.fewerPersonsPercent * 100) * countBefore;
  if (!isFewer(persons, former.persons) && !isFewer(hoursRows, former.hoursRows)) return [];
  return [
    fact('fewer-persons', { ...now, persons_before: former.persons, hours_rows_before: former.hoursRows, ...limit }),
  ];
}

/** Terms with a calendar between the batch posted last and this run; none after an opening batch alone. */
function skippedTerm({ grantYear, term, before, limits }: TermFacts): Wanted[] {
  if (before === undefined || before.grantYear === 0) return [];
  const place = (year: number, quarter: number): number => year * 4 + quarter - 1;
  const skipped: string[] = [];
  for (let at = place(before.grantYear, before.term) + 1; at < place(grantYear, term); at += 1) {
    const year = Math.floor(at / 4);
    if (findCalendar(year, limits) !== undefined) skipped.push(`${year} T${(at % 4) + 1}`);
  }
  if (skipped.length === 0) return [];
  const named = skipped.slice(0, NAMED_TERMS).join(', ') + (skipped.length > NAMED_TERMS ? ', ...' : '');
  return [
    fact('skipped-term', { skipped: skipped.length, terms: named, last_term: `${before.grantYear} T${before.term}` }),
  ];
}

function staleExtract({ takenAt, cutOff }: TermFacts): Wanted[] {
  const days = takenAt === undefined ? 0 : cutOff - takenAt;
  if (takenAt === undefined || days <= STALE_DAYS) return [];
  return [fact('stale-extract', { taken_at: formatDay(takenAt), cut_off: formatDay(cutOff), days })];
}

function aboveAppropriation({ grantYear, before, settings }: TermFacts, paidNok: number): Wanted[] {
  const { appropriationNok } = settings;
  if (appropriationNok === undefined) return [];
  const beforeNok = before?.paidInYearNok ?? 0;
  const aboveNok = beforeNok + paidNok - appropriationNok;
  if (aboveNok <= 0) return [];
  return [
    fact('above-appropriation', {
      grant_year: grantYear,
      appropriation_nok: appropriationNok,
      paid_before_nok: beforeNok,
      paid_nok: paidNok,
      above_nok: aboveNok,
    }),
  ];
}
