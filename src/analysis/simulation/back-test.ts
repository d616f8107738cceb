import { type Component, type Day, type SizingRow, yearOf } from '../../domain';
import { groupBy } from './group-by';
import type { Band, SimulatedForecast } from './simulation-types';

/** A forecast of one component of a grant year, or of all of them, beside what came. */
export interface BackTestRow {
  /** D of the forecast, and the day of the extract that it is held against. */
  readonly madeOn: Day;
  readonly heldOn: Day;
  readonly grantYear: number;
  /** undefined for all. */
  readonly component: Component | undefined;
  readonly persons: number;
  readonly amountNok: Band;
  readonly cameNok: number;
}

/** How forecasts of one component, as far ahead, have done. */
export interface BackTestScore {
  /** Grant year less the year of D. */
  readonly yearsAhead: number;
  readonly component: Component | undefined;
  readonly forecasts: number;
  /** Mean of the middle less what came, and the root of the mean square, in hundredths of a percent of what came. */
  readonly biasHundredths: number;
  readonly rmseHundredths: number;
  /** Root of the mean square in kroner, rounded. */
  readonly rmseNok: number;
  /** How often what came lay from P10 to P90. */
  readonly covered: number;
}

/** A forecast held against the sizing of its grant year by a later extract. */
export function heldAgainst(
  forecast: SimulatedForecast,
  sized: readonly SizingRow[],
  grantYear: number,
  heldOn: Day,
): BackTestRow[] {
  const came = (component?: Component): number =>
    sized.reduce(
      (sum, row) => (component === undefined || row.component === component ? sum + row.annualAmountNok : sum),
      0,
    );
  const head = { madeOn: forecast.asOf, heldOn, grantYear };
  const mine = forecast.components.filter((row) => row.grantYear === grantYear);
  const total = forecast.totals.find((row) => row.grantYear === grantYear);
  if (total === undefined) return [];
  const persons = mine.reduce((sum, row) => sum + row.persons.p50, 0);
  return [
    { ...head, component: undefined, persons, amountNok: total.amountNok, cameNok: came() },
    ...mine.map(({ component, persons: some, amountNok }) => {
      return { ...head, component, persons: some.p50, amountNok, cameNok: came(component) };
    }),
  ];
}

const HUNDRED_PERCENT = 10_000;

/** Scores by component and years ahead; rows of fewer persons, and of nothing that came, are left out. */
export function backTestScores(rows: readonly BackTestRow[], fewest: number): BackTestScore[] {
  const judged = rows.filter(({ persons, cameNok }) => persons >= fewest && cameNok !== 0);
  const groups = groupBy(judged, (row) => `${row.grantYear - yearOf(row.madeOn)} ${row.component ?? ''}`);
  const scores = [...groups.values()].map(scoreOf);
  return scores.sort((a, b) => a.yearsAhead - b.yearsAhead || compareNames(a.component, b.component));
}

function compareNames(a: string | undefined, b: string | undefined): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first === second ? 0 : first < second ? -1 : 1;
}

function scoreOf(rows: readonly BackTestRow[]): BackTestScore {
  const [first] = rows;
  const mean = (of: (row: BackTestRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const off = ({ amountNok, cameNok }: BackTestRow): number => amountNok.p50 - cameNok;
  const share = (row: BackTestRow): number => (HUNDRED_PERCENT * off(row)) / row.cameNok;
  return {
    yearsAhead: first === undefined ? 0 : first.grantYear - yearOf(first.madeOn),
    component: first?.component,
    forecasts: rows.length,
    biasHundredths: Math.round(mean(share)),
    rmseHundredths: Math.round(Math.sqrt(mean((row) => share(row) * share(row)))),
    rmseNok: Math.round(Math.sqrt(mean((row) => off(row) * off(row)))),
    covered: rows.filter(({ amountNok, cameNok }) => amountNok.p10 <= cameNok && cameNok <= amountNok.p90).length,
  };
}
