import { asDay, bankDaysAfter, type Day, dayOf, isBankDay, nextBankDay } from '../src/domain';
import table from './data/scheme-calendar.json';

/** What is done for a term, in its order. */
export const SCHEME_STEPS = [
  'extract',
  'run',
  'attest',
  'approve',
  'file',
  'hand_over',
  'receipts',
  'letters',
] as const;
export type SchemeStep = (typeof SCHEME_STEPS)[number];

/** First grant year whose terms have days of payment. */
export const FIRST_CALENDAR_YEAR = Math.min(...table.payments.map((row) => row.first_grant_year));

/** Day on which the money of a term is to be there, a bank day; undefined for years that have none. No result rests on it. */
export function payDayOf(grantYear: number, term: number): Day | undefined {
  const row = table.payments.find(
    (one) => one.term === term && one.first_grant_year <= grantYear && grantYear <= (one.last_grant_year ?? grantYear),
  );
  return row && nextBankDay(dayIn(grantYear + row.years_later, row.month_day));
}

/** Day by which a step of a term is to be done; undefined for years without a calendar. */
export function dueDayOf(grantYear: number, term: number, step: SchemeStep): Day | undefined {
  const payDay = payDayOf(grantYear, term);
  const bankDays = table.steps.find((row) => row.step === step)?.bank_days;
  if (payDay === undefined || bankDays === undefined) return undefined;
  return bankDays < 0 ? bankDaysBefore(payDay, -bankDays) : bankDaysAfter(payDay, bankDays);
}

/** Day by which a grant year is to be closed. */
export function yearEndDayOf(grantYear: number): Day {
  return nextBankDay(dayIn(grantYear + table.year_end.years_later, table.year_end.month_day));
}

function dayIn(year: number, monthDay: string): Day {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return dayOf(year, month, day);
}

function bankDaysBefore(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = asDay(found - 1);
    if (isBankDay(found)) left -= 1;
  }
  return found;
}
