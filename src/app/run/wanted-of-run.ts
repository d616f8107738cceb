import { findCalendar } from '../../../rules';
import { type AssumptionTable, formatDay, type RateTable, type RunResult, rateCell } from '../../domain';
import type { TermFacts } from './term-facts';
import { fact, type Wanted } from './wanted';

/** Days before the cut-off from which an extract is stale. */
const STALE_DAYS = 31;
/** Terms that are named one by one. */
const NAMED_TERMS = 8;

/** What the wishes of a run follow from. */
export interface WantedInput extends TermFacts {
  readonly result: Pick<RunResult, 'ratesUsed' | 'assumptionsUsed' | 'openingArrears' | 'held' | 'payouts'>;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly rejectedRows: number;
  /** Rows of persons whose national id is also another person's. */
  readonly sharedNationalIds: number;
}

/** Everything that a run wants accepted, in a fixed order: cells, assumptions, facts. What is `verified` wants nothing. */
export function wantedOf(input: WantedInput): Wanted[] {
  const used = new Set(input.result.assumptionsUsed);
  const cells = input.result.ratesUsed.flatMap((index) => input.rates.rates[index] ?? []);
  return [
    ...cells.map((rate) => ({
      name: rateCell(rate.key, rate.grantYear, rate.rateClass),
      status: rate.status,
      figures: { value_nok: rate.valueNok },
    })),
    ...input.assumptions.assumptions.flatMap(({ id, status, value }) =>
      used.has(id) ? [{ name: id, status, figures: { value } }] : [],
    ),
    ...wantedByRows(input),
    ...wantedByTerm(input, paidBy(input)),
  ].filter(({ status }) => status !== 'verified');
}

function wantedByRows({ rejectedRows, sharedNationalIds, result }: WantedInput): Wanted[] {
  const missing = result.held.filter(({ reason, isKept }) => reason === 'missing_from_extract' && isKept !== true);
  const withheldNok = missing.reduce((sum, row) => sum - (row.heldAmountNok ?? 0), 0);
  const persons = new Set(missing.map(({ personId }) => personId)).size;
  const arrears = result.openingArrears;
  const [postings, sumNok] = arrears.reduce(([count, sum], row) => [count + row.postings, sum + row.sumNok], [0, 0]);
  return [
    ...(rejectedRows > 0 ? [fact('rejected-rows', { rows: rejectedRows })] : []),
    ...(sharedNationalIds > 0 ? [fact('shared-national-ids', { rows: sharedNationalIds })] : []),
    ...(arrears.length > 0 ? [fact('opening-arrears', { postings, sum_nok: sumNok })] : []),
    ...(persons > 0 ? [fact('missing-persons', { persons, withheld_nok: withheldNok })] : []),
  ];
}

function paidBy({ result }: WantedInput): number {
  return result.payouts.reduce((sum, row) => sum + row.paidNok, 0);
}

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
