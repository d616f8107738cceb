import type { RuleSet } from '../../../rules';
import {
  apportion,
  type Component,
  componentOrdinal,
  type Day,
  formatDay,
  i32,
  isCounted,
  NO_RECIPIENT,
  NorsktilskuddError,
  type RegisterSource,
  type SizingRow,
  u8,
  u16,
  u32,
  yearOf,
} from '../../domain';
import { cellKey, componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { type MissingPrice, stopIfUnforeseen } from '../facts/missing-prices';
import { sizeRegister } from '../size/size-register';
import { type CodeInYear, codesIn } from './code-in-year';
import { isEntryCell } from './fact-units';
import { forecastCounted } from './forecast-counted';
import { lookAt } from './forecast-looks';
import { expectPersons } from './forecast-persons';
import { forecastRate } from './forecast-rates';
import { eachScenario, type Forecast, type ForecastCell, type ForecastRecipient } from './forecast-types';
import { type MovesSeen, movedWeight, movesSeen } from './seen-courses';

/** What an estimate is asked for. */
export interface ForecastRequest {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly excluded: readonly Component[];
  /** Rows of the grant year's sizing at D, where they are at hand. */
  readonly sized?: readonly SizingRow[] | undefined;
}

/**
 * Estimates what the grant year will come to and what the next one will, from one register: cohorts move on, people
 * enter, fall away, are registered late and move as a year ago. Never an input to a payout.
 *
 * Each year has one estimate, whatever year is asked for: the year of D and those before it from what is known of them,
 * the one after D's from D's own year. Later ones have none.
 *
 * @param earlier an extract of a year ago; without it nobody is seen to fall away who is in the register today
 * @throws NorsktilskuddError usage FORECAST_TOO_FAR; NO_CALENDAR (the year before must have one), PARAMETERS_MISSING
 */
export function forecast(
  register: RegisterSource,
  rules: RuleSet,
  request: ForecastRequest,
  earlier: RegisterSource = register,
): Forecast {
  const { grantYear, asOf } = request;
  const yearOfAsOf = yearOf(asOf);
  if (grantYear > yearOfAsOf + 1) {
    const params = { year: grantYear, asOf: formatDay(asOf), last: yearOfAsOf + 1 };
    throw new NorsktilskuddError('usage', 'FORECAST_TOO_FAR', params);
  }
  const from = (year: number): Forecast => {
    const sized = year === grantYear ? request.sized : undefined;
    return twoYears(register, rules, { ...request, grantYear: year, sized }, earlier);
  };
  const own = from(Math.min(grantYear, yearOfAsOf));
  if (grantYear === yearOfAsOf) return own;
  if (grantYear > yearOfAsOf) return { ...own, ...ofYear(own, grantYear), years: [grantYear] };
  const [these, following] = [ofYear(own, grantYear), ofYear(from(grantYear + 1), grantYear + 1)];
  const cells = [...these.cells, ...following.cells];
  return { ...own, cells, recipients: [...these.recipients, ...following.recipients] };
}

function ofYear({ cells, recipients }: Forecast, year: number): Pick<Forecast, 'cells' | 'recipients'> {
  const isOf = ({ grantYear }: { readonly grantYear: number }): boolean => grantYear === year;
  return { cells: cells.filter(isOf), recipients: recipients.filter(isOf) };
}

/** A year that D's is or that lies before it, and the one after it, by what is known of the first at D. */
function twoYears(
  register: RegisterSource,
  rules: RuleSet,
  { grantYear, asOf, excluded, sized }: ForecastRequest,
  earlier: RegisterSource,
): Forecast {
  const sizing = sized ?? sizeRegister(register, rules, grantYear, asOf, excluded).rows;
  const looks = lookAt(register, rules, grantYear, asOf, earlier);
  const expected = expectPersons(looks, rules);
  const missing: MissingPrice[] = [];
  const rateYears = (year: number): number[] => (year === grantYear ? [year] : [year, grantYear]);
  const cells = expected.cells
    .filter(({ cell }) => !excluded.includes(componentOfCell(cell)))
    .map((expectedCell): ForecastCell => {
      const { cell, persons } = expectedCell;
      const rate = forecastRate(cell, rateYears(expectedCell.grantYear), rules.rates, persons.high, missing);
      return { ...expectedCell, ...rate, amountNok: eachScenario((scenario) => persons[scenario] * rate.rateNok) };
    });
  const codeIn = codesIn(rules.places);
  const counted = excluded.some(isCounted)
    ? undefined
    : forecastCounted(looks, expected.newcomers, sizing, rules, missing, codeIn);
  stopIfUnforeseen(missing);
  const spread = spreadOverRecipients(cells, sizing, looks.next, movesSeen(looks.now, looks.nowThen), codeIn);
  return {
    grantYear,
    years: [grantYear, grantYear + 1],
    cells: [...cells, ...(counted?.cells ?? [])].sort((a, b) => a.grantYear - b.grantYear || a.cell - b.cell),
    recipients: [...spread, ...(counted?.recipients ?? [])].sort(compareRecipients),
    courses: [...expected.courses.values()],
    paces: [...expected.paces.values()],
    daysLeft: expected.daysLeft,
    rulesChange: looks.rulesChange,
    hasEarlier: earlier !== register,
  };
}

function compareRecipients(a: ForecastRecipient, b: ForecastRecipient): number {
  return (
    a.grantYear - b.grantYear ||
    a.recipient - b.recipient ||
    componentOrdinal(a.component) - componentOrdinal(b.component)
  );
}

/** Weight of a recipient where days play no part. */
const ONE_YEAR = 365;

/**
 * Spreads each cell over recipients: this year as it is spread today, next year's cohorts where they are foreseen to
 * live, newcomers where this year's live; changed as moves were seen, under the codes of that year. The parts add up to
 * the cell.
 */
function spreadOverRecipients(
  cells: readonly ForecastCell[],
  sizing: readonly SizingRow[],
  next: FactTable,
  moves: ReadonlyMap<number, MovesSeen>,
  codeIn: CodeInYear,
): ForecastRecipient[] {
  const today = weightsOfRows(sizing);
  const foreseen = weightsOfFacts(next);
  const sums = new Map<string, { -readonly [Name in keyof ForecastRecipient]: ForecastRecipient[Name] }>();
  for (const cell of cells) {
    const isCohort = cell.grantYear === next.grantYear && !isEntryCell(cell.cell);
    const weights =
      (isCohort ? foreseen.get(cell.cell) : undefined) ?? today.get(cell.cell) ?? new Map([[NO_RECIPIENT, 1]]);
    const recipients = [...weights.keys()].sort((a, b) => a - b);
    const moved = recipients.map((recipient) => movedWeight(weights.get(recipient) ?? 0, moves.get(recipient)));
    const parts = eachScenario((scenario) => {
      const into: number[] = [];
      if (moved.some((weight) => weight > 0)) apportion(cell.amountNok[scenario], moved, into);
      return into;
    });
    for (const [index, code] of recipients.entries()) {
      const recipient = codeIn(code, cell.grantYear);
      const component = componentOfCell(cell.cell);
      const key = `${cell.grantYear} ${recipient} ${component}`;
      const before = sums.get(key)?.amountNok;
      const amountNok = eachScenario((scenario) => (before?.[scenario] ?? 0) + (parts[scenario][index] ?? 0));
      sums.set(key, { grantYear: cell.grantYear, recipient, component, amountNok });
    }
  }
  return [...sums.values()];
}

type Weights = Map<number, Map<number, number>>;

function weightsOfRows(rows: readonly SizingRow[]): Weights {
  const weights: Weights = new Map();
  for (const { component, yearNumber, rateClass, recipient, days, persons } of rows) {
    add(weights, cellOf(component, yearNumber, rateClass), recipient, days > 0 ? days : persons * ONE_YEAR);
  }
  return weights;
}

function weightsOfFacts(facts: FactTable): Weights {
  const weights: Weights = new Map();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
      const recipient = u8(facts.stopped, share) === 1 ? NO_RECIPIENT : i32(facts.recipient, share);
      add(weights, u16(facts.cell, entry), recipient, i32(facts.days, share));
    }
  }
  return weights;
}

function add(weights: Weights, cell: number, recipient: number, weight: number): void {
  const mine = weights.get(cell) ?? new Map<number, number>();
  weights.set(cell, mine);
  mine.set(recipient, (mine.get(recipient) ?? 0) + weight);
}

function cellOf(component: Component, yearNumber: number, rateClass: number): number {
  return cellKey(componentOrdinal(component), yearNumber, rateClass);
}
