import { type Day, dayOf, daysInMonth } from '../domain';

/** Cut-off date of a term: 31 March, 30 June, 30 September, 31 December (rulebook 6, A14). */
export function cutOffDate(grantYear: number, term: number): Day {
  const month = term * 3;
  return dayOf(grantYear, month, daysInMonth(grantYear, month));
}
