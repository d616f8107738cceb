import {
  asRecipientCode,
  CATEGORIES,
  DECISION_KINDS,
  FAR_FUTURE,
  i32,
  LAWS,
  OUTCOMES,
  packCountry,
  RATE_CLASS,
  RESIDENCE_KINDS,
  u8,
} from '../../domain';
import { cutOffDate } from '../../engine';
import { cellOf, FACT_TABLES, type FactRow, type FactTable, type PersonFacts } from './person-facts';
import type { Trial } from './trial';

const ordinals = (list: readonly unknown[]): number[] => list.map((_, ordinal) => ordinal);

/** Other values that a code of a row could have; places only where the code has no unique successor. */
export function candidateCodes(trial: Trial, table: FactTable, column: string, row: FactRow): readonly number[] {
  const value = cellOf(row, column);
  return candidates(trial, table, column, value).filter((candidate) => candidate !== value);
}

function candidates(trial: Trial, table: FactTable, column: string, value: number): readonly number[] {
  switch (column) {
    case 'outcome':
      return ordinals(OUTCOMES);
    case 'kind':
      return table === 'decisions' ? ordinals(DECISION_KINDS) : ordinals(RESIDENCE_KINDS);
    case 'category':
      return ordinals(CATEGORIES);
    case 'law':
      return ordinals(LAWS);
    case 'country':
      return u8(trial.plan.context.regions.rateClass, value) === RATE_CLASS.none ? [packCountry('XXX')] : [];
    default:
      return successors(trial, value);
  }
}

/** Numbers that a split kommune or fylke became, by the last day of the grant year or the cut-off date. */
function successors(trial: Trial, code: number): readonly number[] {
  const { request, rules } = trial.question;
  const translations = [
    trial.plan.context.translation,
    rules.places.translationTo(cutOffDate(request.grantYear, request.term)),
  ];
  const found = new Set<number>();
  for (const { target, stopped } of translations) {
    if (u8(stopped, code) === 0) continue;
    const split = asRecipientCode(i32(target, code));
    for (const place of rules.places.places) {
      if (place.code === split) for (const successor of place.successors) found.add(successor);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** False for a value with which the row would be rejected on reading (data contract 1): an end before its beginning. */
export function isReadable(row: FactRow, column: string, value: number): boolean {
  const of = (name: string): number => (name === column ? value : (row[name] ?? 0));
  if (row.leftOn !== undefined) return of('leftOn') >= of('enteredOn');
  if (row.toDate !== undefined) return of('toDate') === FAR_FUTURE || of('toDate') >= of('fromDate');
  return true;
}

/** True where no row of the person would be rejected for its dates. */
export function areReadable(facts: PersonFacts): boolean {
  return FACT_TABLES.every((table) => facts.rows[table].every((row) => isReadable(row, '', 0)));
}
