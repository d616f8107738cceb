import { at } from '../../domain';
import { canMove, canTotalMove, type HiddenTable, type Place } from './cell-bounds';

/** Which cells of a table are not shown, the last row of `hidden` being the column totals. */
export interface Suppression {
  /** True for a cell that is not shown. One row more than the table has: the column totals. */
  readonly hidden: readonly (readonly boolean[])[];
  /** Index of a row that cannot be protected in this table, -1 for none. */
  readonly unprotectedRow: number;
}

export interface SuppressionRules {
  /** Groups of 1 to this many persons less one are not shown. */
  readonly threshold: number;
  /** Whether a column total may be left out too; false where another table shows it. */
  readonly totalsMayHide: boolean;
}

/**
 * Chooses the cells that are not shown so that none of them can be worked out. All row totals are known to the reader.
 *
 * Small groups are hidden first, and with them every zero of their rows, so that a figure that is not shown may be zero
 * for all that a reader knows (a column in which nobody is stays: it says nothing of a row). Then cells are added, those
 * with the fewest persons first, until every small one can be zero and can be as large as the threshold, and every other
 * one can be off by as much, with all that is shown as it is: exact bounds, whole numbers, none below zero.
 */
export function suppressCells(persons: readonly (readonly number[])[], rules: SuppressionRules): Suppression {
  const columns = persons[0]?.length ?? 0;
  const totals = Array.from({ length: columns }, (_, column) => persons.reduce((sum, row) => sum + at(row, column), 0));
  const isSmall = (value: number): boolean => value > 0 && value < rules.threshold;
  const cells = persons.map((row) => {
    const hasSmall = row.some(isSmall);
    return row.map((value, column) => isSmall(value) || (hasSmall && value === 0 && at(totals, column) > 0));
  });
  const totalHidden = totals.map((value) => rules.totalsMayHide && isSmall(value));
  const table = { values: persons, hidden: cells, totalHidden };
  const unprotectedRow = protectCells(table, totals, rules) ?? -1;
  return { hidden: [...cells, totalHidden], unprotectedRow };
}

interface OpenTable extends HiddenTable {
  readonly hidden: boolean[][];
  readonly totalHidden: boolean[];
}

/** Hides more until all that is hidden is protected; the row that cannot be, where one cannot. */
function protectCells(table: OpenTable, totals: readonly number[], rules: SuppressionRules): number | undefined {
  // What is protected stays so when more is hidden: it is looked at once.
  const sure = new Set<number>();
  const isSure = (each: Place): boolean => {
    const key = each.row * totals.length + each.column;
    if (!sure.has(key) && isProtected(table, each, rules.threshold)) sure.add(key);
    return sure.has(key);
  };
  for (;;) {
    const place = hiddenPlaces(table.hidden).find((each) => !isSure(each));
    const total = totalInDanger(table, totals, rules.threshold);
    if (!place && total < 0) return undefined;
    if (place && !hideMore(table, totals, place, rules)) return place.row;
    if (!place && !hideTotal(table, totals, total)) return 0;
  }
}

function hiddenPlaces(hidden: readonly (readonly boolean[])[]): Place[] {
  return hidden.flatMap((cells, row) => cells.flatMap((isHidden, column) => (isHidden ? [{ row, column }] : [])));
}

function isProtected(table: HiddenTable, place: Place, threshold: number): boolean {
  const value = at(at(table.values, place.row), place.column);
  if (value < threshold) {
    const { down, up } = canMove(table, place, value, threshold - value);
    return down === value && up === threshold - value;
  }
  const { down, up } = canMove(table, place, threshold, threshold);
  return down + up >= threshold;
}

/** A hidden column total that cannot be zero, or not as large as the threshold, for all that is shown; -1 for none. */
function totalInDanger(table: HiddenTable, totals: readonly number[], threshold: number): number {
  return totals.findIndex((value, column) => {
    if (table.totalHidden[column] !== true) return false;
    const [low, high] = value < threshold ? [value, threshold - value] : [threshold, threshold];
    const { down, up } = canTotalMove(table, column, low, high);
    return value < threshold ? down < low || up < high : down + up < threshold;
  });
}

/** Hides the smallest other total, else the largest cell of a row in which the column has somebody. */
function hideTotal({ values, hidden, totalHidden }: OpenTable, totals: readonly number[], total: number): boolean {
  const [next] = totals
    .map((value, column) => ({ value, column }))
    .filter(({ value, column }) => value > 0 && totalHidden[column] !== true)
    .sort((a, b) => a.value - b.value);
  if (next) totalHidden[next.column] = true;
  const cells = values.flatMap((row, index) =>
    row.flatMap((value, column) =>
      at(at(hidden, index), total) && !at(at(hidden, index), column) ? [{ row: index, column, value }] : [],
    ),
  );
  const [largest] = cells.sort((a, b) => b.value - a.value);
  if (!next && largest) at(hidden, largest.row)[largest.column] = true;
  return next !== undefined || largest !== undefined;
}

/** Hides one more: the rectangle through the cell with the fewest persons, else the largest of the row, else totals. */
function hideMore(table: OpenTable, totals: readonly number[], place: Place, rules: SuppressionRules): boolean {
  const corners = bestRectangle(table, place, rules.threshold);
  if (corners) {
    for (const { row, column } of corners) at(table.hidden, row)[column] = true;
    return true;
  }
  const { values, hidden } = table;
  const inRow = totals.map((_, column) => ({ row: place.row, column }));
  const inColumn = values.map((_, row) => ({ row, column: place.column }));
  const open = [...inRow, ...inColumn].filter(
    ({ row, column }) => !at(at(hidden, row), column) && at(totals, column) > 0,
  );
  const [largest] = open.sort((a, b) => at(at(values, b.row), b.column) - at(at(values, a.row), a.column));
  if (largest) {
    at(hidden, largest.row)[largest.column] = true;
    return true;
  }
  if (!rules.totalsMayHide) return false;
  const columns = totals.flatMap((value, column) => (value > 0 && table.totalHidden[column] !== true ? [column] : []));
  const [column] = columns.includes(place.column) ? [place.column] : columns;
  if (column === undefined) return false;
  table.totalHidden[column] = true;
  return true;
}

/** The three other corners of a rectangle that lets the cell go down to zero and up to the threshold. */
function bestRectangle({ values, hidden }: HiddenTable, place: Place, threshold: number): readonly Place[] | undefined {
  const { row, column } = place;
  const value = at(at(values, row), column);
  const up = Math.max(0, threshold - value);
  const down = Math.min(value, threshold);
  let best: { cost: number; corners: readonly Place[] } | undefined;
  for (const [otherRow, cells] of values.entries()) {
    if (otherRow === row || at(cells, column) < up) continue;
    for (const [otherColumn, opposite] of cells.entries()) {
      if (otherColumn === column || opposite < down || at(at(values, row), otherColumn) < up) continue;
      const corners = [
        { row, column: otherColumn },
        { row: otherRow, column: otherColumn },
        { row: otherRow, column },
      ];
      const added = corners.filter((corner) => !at(at(hidden, corner.row), corner.column));
      const cost = added.reduce((sum, corner) => sum + at(at(values, corner.row), corner.column), 0);
      if (added.length > 0 && (best === undefined || cost < best.cost)) best = { cost, corners: added };
    }
  }
  return best?.corners;
}
