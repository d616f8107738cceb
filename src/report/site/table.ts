import { type Html, html, type Part } from './html';

/** A cell: what is shown, and where it is sorted by something else, that. */
export type Cell = Part | { readonly shown: Part; readonly sort: number | string };

/** A column of a table: its heading, and what stands in it of a row. Figures stand to the right. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Cell;
  readonly isFigure: boolean;
  /** In the last row, which sums up. */
  readonly total?: Cell | undefined;
}

/** A column of words. */
export function column<Row>(title: string, cell: (row: Row) => Cell, total?: Cell): Column<Row> {
  return { title, cell, isFigure: false, total };
}

/** A column of figures. */
export function figures<Row>(title: string, cell: (row: Row) => Cell, total?: Cell): Column<Row> {
  return { title, cell, isFigure: true, total };
}

/** A column of figures that is sorted by what they stand for; what has no value stands with the empty text. */
export function sortedFigures<Row, Value extends number | null | undefined>(
  title: string,
  of: (row: Row) => Value,
  shown: (value: Value, row: Row) => Part,
): Column<Row> {
  return figures(title, (row) => ({ shown: shown(of(row), row), sort: of(row) ?? '' }));
}

/** How a table is shown. */
export interface TableOptions {
  /** Rows can be put in another order by a press on a heading. */
  readonly isSortable?: boolean;
  /** The caption is for all, and not only for those who cannot see what stands above the table. */
  readonly hasShownCaption?: boolean;
}

/**
 * A table whose first column names the row; with a last row that sums up where the columns have one.
 *
 * @param shown columns; one that the table does not have is false
 */
export function table<Row>(
  caption: string,
  rows: readonly Row[],
  shown: readonly (Column<Row> | false)[],
  { isSortable, hasShownCaption }: TableOptions = {},
): Html {
  const columns = shown.filter((each) => each !== false);
  const titles = columns.map(({ title, isFigure }) => {
    const text = isSortable ? html`<button type="button">${title}</button>` : html`${title}`;
    return html`<th scope="col"${classOf(isFigure)}>${text}</th>`;
  });
  const row = (cellOf: (column: Column<Row>) => Cell): Html =>
    html`<tr>${columns.map((each, index) => cellHtml(cellOf(each), each, index))}</tr>\n`;
  const hasTotal = columns.some(({ total }) => total !== undefined);
  const foot = hasTotal ? html`<tfoot>${row(({ total }) => total)}</tfoot>` : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table${isSortable ? html` class="sortable"` : ''}>
<caption${hasShownCaption ? '' : html` class="quiet"`}>${caption}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>
${rows.map((one) => row(({ cell }) => cell(one)))}</tbody>${foot}
</table></div>
`;
}

function cellHtml(cell: Cell, { isFigure }: Pick<Column<never>, 'isFigure'>, index: number): Html {
  const isSorted = isSortedCell(cell);
  const shown = isSorted ? cell.shown : cell;
  const sort = isSorted ? html` data-sort="${cell.sort}"` : '';
  if (index === 0) return html`<th scope="row"${sort}>${shown}</th>`;
  return html`<td${classOf(isFigure)}${sort}>${shown}</td>`;
}

function isSortedCell(cell: Cell): cell is { readonly shown: Part; readonly sort: number | string } {
  return typeof cell === 'object' && 'sort' in cell;
}

function classOf(isFigure: boolean | undefined): Html | '' {
  return isFigure ? html` class="figure"` : '';
}
