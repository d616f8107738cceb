import { ageOn, asDay, type Day, lastDayOfYear } from '../../domain';

/** Ways in which statistics are divided. `start` tells whether training began in time. */
const DIMENSIONS = ['kommune', 'sex', 'age_group', 'law', 'start'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const SEX_NAMES = ['unknown', 'K', 'M'] as const;
export const AGE_NAMES = ['0-24', '25-34', '35-44', '45-54', '55-66', '67-'] as const;
export const LAW_NAMES = ['introduksjonsloven', 'integreringsloven', 'none'] as const;
export const START_NAMES = ['within_3_months', 'later_or_not'] as const;
export const START = { withinThreeMonths: 0, laterOrNot: 1 } as const;

/** First age of each group but the first. */
const AGE_STEPS = [25, 35, 45, 55, 67];

/** Names of the columns of a dimension; kommuner are rows only. */
export const COLUMN_NAMES: Readonly<Record<Exclude<Dimension, 'kommune'>, readonly string[]>> = {
  sex: SEX_NAMES,
  age_group: AGE_NAMES,
  law: LAW_NAMES,
  start: START_NAMES,
};

/** Age group on the last day of the grant year. */
export function ageGroup(birthDate: number, grantYear: number): number {
  const lastDay: Day = lastDayOfYear(grantYear);
  const age = ageOn(asDay(birthDate), lastDay);
  return AGE_STEPS.filter((step) => age >= step).length;
}
