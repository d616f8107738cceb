import {
  CATEGORIES,
  CELL_TABLES,
  type CellTable,
  cellOf,
  FAR_FUTURE,
  type FactRow,
  LAWS,
  OUTCOME,
  type PersonFacts,
  packCountry,
  RATE_CLASS,
  RESIDENCE_KINDS,
  u8,
} from '../../domain';
import { successorsOf } from './split-codes';
import type { Trial } from './trial';

const ordinals = (list: readonly unknown[]): number[] => list.map((_, ordinal) => ordinal);

/**
 * Other values that a code of a row could have. Only those that can help: a decision granted and of the kind that the
 * grant needs, a country inside the region table, and places only where the code has no unique successor, since any
 * other code is paid just as well.
 */
export function candidateCodes(trial: Trial, table: CellTable, column: string, row: FactRow): readonly number[] {
  const value = cellOf(row, column);
  return candidates(trial, table, column, value).filter((candidate) => candidate !== value);
}

function candidates(trial: Trial, table: CellTable, column: string, value: number): readonly number[] {
  switch (column) {
    case 'outcome':
      return [OUTCOME.granted];
    case 'kind':
      return table === 'residence' ? ordinals(RESIDENCE_KINDS) : [trial.reads.decisionKind ?? value];
    case 'category':
      return ordinals(CATEGORIES);
    case 'law':
      return ordinals(LAWS);
    case 'country':
      return u8(trial.plan.context.regions.rateClass, value) === RATE_CLASS.none ? [packCountry('XXX')] : [];
    default:
      return successorsOf(trial, value);
  }
}

/** False for a value with which the row would be rejected on reading (data contract 1): an end before its beginning. */
function isReadable(row: FactRow, column: string, value: number): boolean {
  const of = (name: string): number => (name === column ? value : (row[name] ?? 0));
  if (row.leftOn !== undefined) return of('leftOn') >= of('enteredOn');
  if (row.toDate !== undefined) return of('toDate') === FAR_FUTURE || of('toDate') >= of('fromDate');
  return true;
}

/** True where no row of the person would be rejected for its dates. */
export function areReadable(facts: PersonFacts): boolean {
  return CELL_TABLES.every((table) => facts.rows[table].every((row) => isReadable(row, '', 0)));
}
