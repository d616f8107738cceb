import { at } from '../../domain';

/** Which cells of a table are not shown, the last row of `cells` being the column totals. */
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
 * Small groups are hidden first. Seen as a graph with rows (the column totals being one) and columns as points and
 * hidden cells as lines, a hidden cell that lies on a circle can be one more or one less with every total as it is:
 * along the circle the cells go up and down in turn, and as only cells with somebody in them are hidden none goes below
 * zero. A hidden cell on no circle is the only unknown of a sum, or follows from some. So cells are hidden, those with
 * the fewest persons first, until every one lies on a circle.
 */
export function suppressCells(persons: readonly (readonly number[])[], rules: SuppressionRules): Suppression {
  const columns = persons[0]?.length ?? 0;
  const totals = Array.from({ length: columns }, (_, column) => persons.reduce((sum, row) => sum + at(row, column), 0));
  const values = [...persons, totals];
  const isSmall = (value: number): boolean => value > 0 && value < rules.threshold;
  const hidden = values.map((row, index) => {
    return row.map((value) => isSmall(value) && (index < persons.length || rules.totalsMayHide));
  });
  const candidates = rules.totalsMayHide ? values : persons;
  for (const place of hiddenPlaces(hidden)) {
    if (liesOnCircle(hidden, place)) continue;
    if (!closeCircle(candidates, hidden, place)) return { hidden, unprotectedRow: place.row };
  }
  return { hidden, unprotectedRow: -1 };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells hidden so far. Those that are hidden on the way to close a circle lie on that circle: one look is enough. */
function hiddenPlaces(hidden: readonly (readonly boolean[])[]): Place[] {
  return hidden.flatMap((cells, row) => cells.flatMap((isHidden, column) => (isHidden ? [{ row, column }] : [])));
}

/** Whether the column can be reached from the row over other hidden cells. */
function liesOnCircle(hidden: readonly (readonly boolean[])[], start: Place): boolean {
  const rowsSeen = new Set([start.row]);
  const columnsSeen = new Set<number>();
  const rowsLeft = [start.row];
  for (let row = rowsLeft.pop(); row !== undefined; row = rowsLeft.pop()) {
    for (const [column, isHidden] of at(hidden, row).entries()) {
      const isStart = row === start.row && column === start.column;
      if (!isHidden || isStart || columnsSeen.has(column)) continue;
      if (column === start.column) return true;
      columnsSeen.add(column);
      for (const [other, cells] of hidden.entries()) {
        if (cells[column] !== true || rowsSeen.has(other)) continue;
        rowsSeen.add(other);
        rowsLeft.push(other);
      }
    }
  }
  return false;
}

/** Hides the three other corners of a rectangle through the cell: those with the fewest persons, totals only at need. */
function closeCircle(values: readonly (readonly number[])[], hidden: boolean[][], { row, column }: Place): boolean {
  let best: { cost: number; corners: readonly Place[] } | undefined;
  for (const [otherRow, cells] of values.entries()) {
    if (otherRow === row) continue;
    for (const otherColumn of cells.keys()) {
      if (otherColumn === column) continue;
      const corners = [
        { row, column: otherColumn },
        { row: otherRow, column: otherColumn },
        { row: otherRow, column },
      ];
      if (corners.some((corner) => at(at(values, corner.row), corner.column) === 0)) continue;
      const cost = corners.reduce((sum, corner) => sum + costOf(values, hidden, corner), 0);
      if (best === undefined || cost < best.cost) best = { cost, corners };
    }
  }
  for (const corner of best?.corners ?? []) at(hidden, corner.row)[corner.column] = true;
  return best !== undefined;
}

function costOf(values: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], place: Place): number {
  if (at(at(hidden, place.row), place.column)) return 0;
  return at(at(values, place.row), place.column);
}
