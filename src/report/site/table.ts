import { type Html, html, type Part } from './html';

/** A column of a table: figures stand to the right. */
export interface Column {
  readonly title: string;
  readonly isFigure?: boolean;
}

/** A cell: what is shown, and where it is sorted by something else, that. */
export type Cell = Part | { readonly shown: Part; readonly sort: number | string };

export interface TableOptions {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row that sums up. */
  readonly total?: readonly Cell[];
  /** Rows can be put in another order by a press on a heading. */
  readonly isSortable?: boolean;
  /** The caption is for those alone who cannot see what stands above the table. */
  readonly hasQuietCaption?: boolean;
}

/** A table whose first column names the row; nothing where there are no rows. */
export function table({
  caption,
  columns,
  rows,
  total,
  isSortable = false,
  hasQuietCaption = false,
}: TableOptions): Html {
  const titles = columns.map(({ title, isFigure }) => {
    const text = isSortable ? html`<button type="button">${title}</button>` : html`${title}`;
    return html`<th scope="col"${classOf(isFigure)}>${text}</th>`;
  });
  const row = (cells: readonly Cell[]): Html =>
    html`<tr>${cells.map((cell, index) => cellHtml(cell, columns[index], index))}</tr>\n`;
  const foot = total === undefined ? '' : html`<tfoot>${row(total)}</tfoot>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table${isSortable ? html` class="sortable"` : ''}>
<caption${hasQuietCaption ? html` class="quiet"` : ''}>${caption}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>
${rows.map(row)}</tbody>${foot}
</table></div>
`;
}

function cellHtml(cell: Cell, column: Column | undefined, index: number): Html {
  const isSorted = isSortedCell(cell);
  const shown = isSorted ? cell.shown : cell;
  const sort = isSorted ? html` data-sort="${cell.sort}"` : '';
  if (index === 0) return html`<th scope="row"${sort}>${shown}</th>`;
  return html`<td${classOf(column?.isFigure)}${sort}>${shown}</td>`;
}

function isSortedCell(cell: Cell): cell is { readonly shown: Part; readonly sort: number | string } {
  return typeof cell === 'object' && 'sort' in cell;
}

function classOf(isFigure: boolean | undefined): Html | '' {
  return isFigure ? html` class="figure"` : '';
}
