import { at, CELL_TABLES, type CellTable, cellOf, FAR_FUTURE, type FactRow, type PersonFacts } from '../../domain';
import { breakPoints } from './break-points';
import { candidateRows } from './candidate-rows';
import { candidateCodes } from './candidate-values';
import type { AddedRow, Change, ValueChange } from './change';
import { isDateColumn, isGiven } from './date-columns';
import type { Trial } from './trial';

/** One registered value. */
export interface Spot {
  readonly table: CellTable;
  readonly row: number;
  readonly column: string;
}

/** Every registered value that the rule reads, the day of registration included, not those of an added row. */
export function spotsOf(trial: Trial, facts: PersonFacts): readonly Spot[] {
  const { columns } = trial.reads;
  return CELL_TABLES.flatMap((table) => {
    const read = table === 'persons' ? (columns[table] ?? []) : columns[table];
    if (!read) return [];
    return facts.rows[table].flatMap((values, row) =>
      cellOf(values, 'line') === 0 ? [] : ['registeredOn', ...read].map((column) => ({ table, row, column })),
    );
  });
}

/**
 * Everything that could be done to one value, and every row that could be added: codes that can help, and dates at
 * which something turns, of each value nearest first in each direction. Such a row may have become unreadable.
 *
 * @param wanted false for values that are left as they are (see spotName)
 */
export function singleChanges(
  trial: Trial,
  facts: PersonFacts,
  wanted: (spot: string) => boolean = () => true,
): readonly Change[] {
  const values = spotsOf(trial, facts).filter((spot) => wanted(spotName({ kind: 'value', ...spot })));
  return [
    ...values.flatMap((spot) => changesAt(trial, facts, spot)),
    ...candidateRows(trial, facts).filter((change) => wanted(spotName(change))),
  ];
}

/** Names the value that a change touches, or the row that it adds. */
export function spotName(change: AddedRow | ({ readonly kind: 'value' } & Spot)): string {
  if (change.kind === 'value') return `${change.table}/${change.row}/${change.column}`;
  return `${change.table}/added/${change.row.kind ?? change.row.category ?? 0}`;
}

/**
 * The value that a change touches, codes apart by what they become, dates by their direction. Of categories one that
 * gives is as good as another.
 */
export function spotKey(change: Change): string {
  if (change.kind === 'added') return spotName(change);
  const { column, daysMoved, from, to } = change;
  if (column === 'category') return spotName(change);
  const isOpen = isDateColumn(column) && !isGiven(from) && to !== FAR_FUTURE;
  const direction = isOpen ? '' : daysMoved === null ? `=${to}` : to < from ? '<' : '>';
  return `${spotName(change)}${direction}`;
}

/** Changes of one value. */
export function changesAt(trial: Trial, facts: PersonFacts, spot: Spot): readonly ValueChange[] {
  const row = at(facts.rows[spot.table], spot.row);
  const tried = isDateColumn(spot.column)
    ? daysToTry(trial, facts, row, spot)
    : candidateCodes(trial, spot.table, spot.column, row);
  return tried.map((value) => valueChange(row, spot, value));
}

/** Earlier days, nearest first, then later ones; for an empty date in the order of the break points. */
function daysToTry(trial: Trial, facts: PersonFacts, row: FactRow, spot: Spot): readonly number[] {
  const value = cellOf(row, spot.column);
  const days = [...new Set(breakPoints(trial, facts, spot.table, row, spot.column))].filter((day) => day !== value);
  if (!isGiven(value)) return days;
  const earlier = days.filter((day) => day < value).sort((a, b) => b - a);
  return [...earlier, ...days.filter((day) => day > value).sort((a, b) => a - b)];
}

function valueChange(row: FactRow, spot: Spot, to: number): ValueChange {
  const from = cellOf(row, spot.column);
  const moves = isDateColumn(spot.column) && isGiven(from) && to !== FAR_FUTURE;
  return { kind: 'value', ...spot, from, to, daysMoved: moves ? Math.abs(to - from) : null };
}
