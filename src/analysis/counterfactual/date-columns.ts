import { FAR_FUTURE, FAR_PAST, NO_DAY } from '../../domain';

const DATE_COLUMNS = new Set([
  'registeredOn',
  'decidedOn',
  'enteredOn',
  'permitGrantedOn',
  'leftOn',
  'fromDate',
  'toDate',
  'birthDate',
  'deathDate',
  'emigratedOn',
]);

/** True for columns that hold a date. */
export function isDateColumn(column: string): boolean {
  return DATE_COLUMNS.has(column);
}

/** True for a date that is given: neither empty nor "for ever". */
export function isGiven(day: number): boolean {
  return day !== FAR_FUTURE && day !== FAR_PAST && day !== NO_DAY;
}
