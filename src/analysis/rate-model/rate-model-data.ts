import {
  type CodeTranslation,
  type CostBaseColumns,
  type ErrorDetail,
  errorDetail,
  f64,
  type HoursBasisRow,
  i32,
  NO_RECIPIENT,
  NorsktilskuddError,
  PARTICIPANT_COMPONENT,
  type RateTable,
  rateKeysOf,
} from '../../domain';
import type { RateRatio, YearHours } from './rate-model';

const YEAR_NUMBERS = [1, 2, 3] as const;
const ALL = -1;

/** One sample kommune: what it spent in Y and the participant hours of everybody there. */
export interface SampleKommune {
  /** RecipientCode in force on the last day of Y. */
  readonly kommune: number;
  readonly costNok: number;
  readonly hoursHundredths: number;
}

/** What the rate model reads out of a register and the rates of its base year. */
export interface RateModelData {
  readonly hours: readonly YearHours[];
  readonly sample: readonly SampleKommune[];
  readonly ratios: readonly RateRatio[];
}

/**
 * Gathers the data of the rate model (rulebook 8.3) and refuses where a figure that it needs is missing, naming all of
 * them: none is taken as zero.
 *
 * @param hoursBasis of grant year Y
 * @param translation to the codes of the last day of Y
 * @param costs of another year than Y, where one was chosen
 * @throws NorsktilskuddError RATE_MODEL_DATA_MISSING
 */
export function rateModelData(
  year: number,
  hoursBasis: readonly HoursBasisRow[],
  costBase: CostBaseColumns,
  translation: CodeTranslation,
  rates: RateTable,
  baseYear: number,
  costs: CostSample = costSample(year, hoursBasis, costBase, translation),
): RateModelData {
  const problems: ErrorDetail[] = [];
  if (!costs.sample.some((one) => one.hoursHundredths > 0)) {
    const years = yearsOfCosts(costBase).join(', ') || '-';
    problems.push(errorDetail('RATE_MODEL_NO_SAMPLE', { year: costs.year, years }));
  }
  const data = {
    hours: YEAR_NUMBERS.map((yearNumber) => nationalHours(yearNumber, hoursBasis, problems)),
    sample: costs.sample,
    ratios: YEAR_NUMBERS.map((yearNumber) => ratioOf(yearNumber, rates, baseYear, problems)),
  };
  if (problems.length > 0) throw new NorsktilskuddError('rule', 'RATE_MODEL_DATA_MISSING', { year }, problems);
  return data;
}

function nationalHours(yearNumber: number, rows: readonly HoursBasisRow[], problems: ErrorDetail[]): YearHours {
  const row = rows.find((one) => one.kommune === NO_RECIPIENT && one.law === ALL && one.yearNumber === yearNumber);
  const participants = row?.participants ?? 0;
  if (participants === 0) problems.push(errorDetail('RATE_MODEL_NO_PARTICIPANTS', { yearNumber }));
  return { yearNumber, participants, hoursHundredths: row === undefined ? 0 : hoursOf(row) };
}

function hoursOf(row: HoursBasisRow): number {
  return row.norwegianHundredths + row.socialStudiesHundredths;
}

/** Costs of one year per kommune, with its hours. */
export interface CostSample {
  readonly year: number;
  /** In the order of the codes. */
  readonly sample: readonly SampleKommune[];
}

/**
 * Costs of a year per kommune with the hours of that year.
 *
 * @param rows hours basis of the year
 * @param translation to the codes of its last day
 */
export function costSample(
  year: number,
  rows: readonly HoursBasisRow[],
  costBase: CostBaseColumns,
  translation: CodeTranslation,
): CostSample {
  const costs = new Map<number, number>();
  for (let row = 0; row < costBase.year.length; row += 1) {
    if (i32(costBase.year, row) !== year) continue;
    const kommune = i32(translation.target, i32(costBase.kommune, row));
    costs.set(kommune, (costs.get(kommune) ?? 0) + f64(costBase.costNok, row));
  }
  const totals = rows.filter((row) => row.law === ALL && row.yearNumber === ALL);
  const hours = new Map(totals.map((row) => [row.kommune, hoursOf(row)]));
  const sample = [...costs]
    .sort(([a], [b]) => a - b)
    .map(([kommune, costNok]) => ({ kommune, costNok, hoursHundredths: hours.get(kommune) ?? 0 }));
  return { year, sample };
}

/** Years of which a register has costs, ascending. */
export function yearsOfCosts({ year }: CostBaseColumns): number[] {
  return [...new Set(Array.from(year))].sort((a, b) => a - b);
}

function ratioOf(yearNumber: 1 | 2 | 3, rates: RateTable, baseYear: number, problems: ErrorDetail[]): RateRatio {
  const rateNokOf = (rateClass: 'low' | 'high'): number => {
    const [key = ''] = rateKeysOf(PARTICIPANT_COMPONENT, yearNumber);
    const value = rates.rates[rates.find(key, baseYear, rateClass)]?.valueNok;
    if (value === undefined || (rateClass === 'high' && value === 0)) {
      problems.push(errorDetail('RATE_MODEL_NO_BASE_RATE', { cell: `${key}/${baseYear}/${rateClass}` }));
    }
    return value ?? 0;
  };
  return { yearNumber, lowNok: rateNokOf('low'), highNok: rateNokOf('high') };
}
