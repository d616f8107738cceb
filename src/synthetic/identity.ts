import { type CalendarDate, daysInMonth } from '../domain';

const DUF_WEIGHTS = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** Ordinals that share a serial number lie a century of years apart. */
const SERIALS = 1_000_000;

/** Years added to the year of a DUF number: no real number looks so for generations. */
export const DUF_YEAR_SHIFT = 80;

/**
 * A synthetic DUF number with valid check digits (domain facts 4): year of application + 80, a serial of six digits
 * that scatters the ordinals, two check digits. Different for every ordinal below two million.
 *
 * @param generation 0 for the number that a person keeps, 1 and 2 for earlier numbers of the same person
 */
export function syntheticDuf(ordinal: number, applicationYear: number, generation: number, seed: number): string {
  const serial = ((ordinal % SERIALS) * 618_033 + (seed % SERIALS)) % SERIALS;
  const year = applicationYear + DUF_YEAR_SHIFT + Math.floor(ordinal / SERIALS) * 100 - generation * 20;
  const digits = `${year}${String(serial).padStart(6, '0')}`;
  const check = weightedSum(digits, DUF_WEIGHTS) % 11;
  return digits + (check < 10 ? `0${check}` : '10');
}

/**
 * A synthetic fødselsnummer (month + 80, as the population register's test persons), or an empty text where no check
 * digit exists. No two are equal while date, sex or `individual` (0 to 249) differ.
 */
export function syntheticNationalId(birth: CalendarDate, individual: number, isMale: boolean): string {
  const serial = individual * 2 + (isMale ? 1 : 0) + (birth.year < 2000 ? 0 : 500);
  const date = `${pad2(birth.dayOfMonth)}${pad2(birth.month + 80)}${pad2(birth.year % 100)}`;
  const nine = `${date}${String(serial).padStart(3, '0')}`;
  const first = checkDigit(nine, FIRST_WEIGHTS);
  if (first === undefined) return '';
  const second = checkDigit(`${nine}${first}`, SECOND_WEIGHTS);
  return second === undefined ? '' : `${nine}${first}${second}`;
}

/** Date of the n-th day of a year, n from 0 to 364, 29 February left out. */
export function dateOfYear(year: number, dayOfYear: number): CalendarDate {
  let left = dayOfYear;
  for (let month = 1; month < 12; month += 1) {
    const days = month === 2 ? 28 : daysInMonth(year, month);
    if (left < days) return { year, month, dayOfMonth: left + 1 };
    left -= days;
  }
  return { year, month: 12, dayOfMonth: left + 1 };
}

function checkDigit(digits: string, weights: readonly number[]): number | undefined {
  const rest = weightedSum(digits, weights) % 11;
  return rest === 1 ? undefined : (11 - rest) % 11;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * (digits.charCodeAt(index) - 48);
  return sum;
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
