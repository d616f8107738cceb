import { assert, type CellTable, cellOf, type FactRow, type PersonFacts } from '../../domain';

/** A registered value that would be another one. */
export interface ValueChange {
  readonly kind: 'value';
  readonly table: CellTable;
  /** Place of the row in PersonFacts. */
  readonly row: number;
  readonly column: string;
  readonly from: number;
  readonly to: number;
  /** Days that a date moves, without sign; null for a code and for a date that was empty. */
  readonly daysMoved: number | null;
}

/** A row that would have been registered. */
export interface AddedRow {
  readonly kind: 'added';
  readonly table: CellTable;
  readonly row: FactRow;
}

export type Change = ValueChange | AddedRow;

/** The person with one value changed or one row added; the rest is shared. */
export function applyChange(facts: PersonFacts, change: Change): PersonFacts {
  const rows = facts.rows[change.table];
  const changed =
    change.kind === 'added'
      ? [...rows, change.row]
      : rows.map((row, place) => (place === change.row ? { ...row, [change.column]: change.to } : row));
  return { ...facts, rows: { ...facts.rows, [change.table]: changed } };
}

export function applyChanges(facts: PersonFacts, changes: readonly Change[]): PersonFacts {
  return changes.reduce(applyChange, facts);
}

/** Line of the row that a change touches, 0 for a row that does not exist. */
export function lineOfChange(facts: PersonFacts, change: Change): number {
  if (change.kind === 'added') return 0;
  const row = facts.rows[change.table][change.row];
  assert(row !== undefined, 'a change names a row of the person');
  return cellOf(row, 'line');
}

/** Shifts of at most this many days are near misses and come before changes of codes. */
export const NEAR_MISS_DAYS = 31;

/** A row known from the beginning that would not be known at all: larger than any shift. */
const UNKNOWN_AFTER_ALL = 50_000;

/**
 * How large a set of changes is, to order sets: fewest values first; then near misses by their days, then other codes,
 * then added rows, then larger shifts. It says nothing about which change would be true.
 */
export function sizeOfChanges(changes: readonly Change[]): number {
  return changes.reduce((total, change) => total + sizeOfChange(change), changes.length * 1e9);
}

function sizeOfChange(change: Change): number {
  if (change.kind === 'added') return NEAR_MISS_DAYS + 2;
  if (change.column === 'registeredOn' && change.daysMoved === null) return UNKNOWN_AFTER_ALL;
  if (change.daysMoved === null) return NEAR_MISS_DAYS + 1;
  return change.daysMoved <= NEAR_MISS_DAYS ? change.daysMoved : change.daysMoved + 3;
}
