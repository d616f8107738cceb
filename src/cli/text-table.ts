import { visibleText } from '../domain';
import { foldedTable } from './folded-table';
import { lengthOf } from './text-length';

/** Blanks between two columns. */
const GAP = '  ';

/**
 * A plain table for a terminal: no frame, a heading, columns padded; numbers stand to the right.
 *
 * @param alignments one letter a column: `l` or `r`
 * @param columns of the terminal: a wider table is folded (folded-table.ts); without it none is
 */
export function textTable(
  head: readonly string[],
  alignments: string,
  rows: readonly (readonly string[])[],
  columns = Number.POSITIVE_INFINITY,
): string {
  const lines = [head, ...rows].map((row) => head.map((_, column) => visibleText(row[column] ?? '')));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => lengthOf(line[column]))));
  const width = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  if (width > columns) return foldedTable(lines, alignments, columns);
  const padded = (cell: string, column: number): string => {
    const blanks = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
    return alignments[column] === 'r' ? blanks + cell : cell + blanks;
  };
  return lines.map((line) => `${line.map(padded).join(GAP).trimEnd()}\n`).join('');
}
