import { at } from '../../domain';
import { type CellFigures, type CountTable, sumFigures } from './count-table';
import { suppressCells } from './suppress-cells';

/** A figure as it is shown; undefined where it is not. */
export type Figure = CellFigures | undefined;

export interface PublishedRow {
  readonly key: number;
  readonly cells: readonly Figure[];
  readonly total: Figure;
}

/** A table of which no hidden figure can be worked out. */
export interface PublishedTable {
  readonly rows: readonly PublishedRow[];
  readonly totals: readonly Figure[];
  readonly grandTotal: CellFigures;
}

export interface PublishRules {
  readonly threshold: number;
  readonly totalsMayHide: boolean;
  /** Rows of which not even the total is shown: hideRows(). */
  readonly hiddenRows: ReadonlySet<number>;
}

/** The table as shown, or the key of the row that has to be hidden too (undefined: all hidden rows together). */
export type PublishAnswer =
  | { readonly table: PublishedTable }
  | { readonly table?: undefined; readonly hideToo: number | undefined };

/**
 * Shows a table with small groups left out. The reader can work out the sum of the hidden rows, so that is protected
 * like a row of its own; what it leaves open says nothing of each of them.
 */
export function publishTable(counts: CountTable, rules: PublishRules): PublishAnswer {
  const keys = counts.rowKeys();
  const shown = keys.filter((key) => !rules.hiddenRows.has(key));
  const unseen = keys.filter((key) => rules.hiddenRows.has(key));
  const rest = columnSums(counts, unseen);
  const rows = shown.map((key) => counts.row(key).map(({ persons }) => persons));
  if (unseen.length > 0) rows.push(rest.map(({ persons }) => persons));
  const { hidden, unprotectedRow } = suppressCells(rows, rules);
  if (unprotectedRow >= 0) return { hideToo: shown[unprotectedRow] };
  const sums = columnSums(counts, keys);
  const figure = (row: number, column: number, value: CellFigures): Figure =>
    at(at(hidden, row), column) ? undefined : value;
  const published = shown.map(
    (key, row): PublishedRow => ({
      key,
      cells: counts.row(key).map((cell, column) => figure(row, column, cell)),
      total: sumFigures(counts.row(key)),
    }),
  );
  return {
    table: {
      rows: [...published, ...unseen.map((key) => unseenRow(key, sums))].sort((a, b) => a.key - b.key),
      totals: sums.map((sum, column) => figure(rows.length, column, sum)),
      grandTotal: sumFigures(sums),
    },
  };
}

/** Of a hidden row only that is shown which holds for every row: nobody in a column. */
function unseenRow(key: number, sums: readonly CellFigures[]): PublishedRow {
  return { key, cells: sums.map((sum) => (sum.persons === 0 ? sum : undefined)), total: undefined };
}

function columnSums(counts: CountTable, keys: readonly number[]): CellFigures[] {
  return Array.from({ length: counts.columns }, (_, column) => {
    return sumFigures(keys.map((key) => at(counts.row(key), column)));
  });
}
