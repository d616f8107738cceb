import { visibleText } from '../domain';
import { brokenBehind } from './folded-prose';
import { lengthOf } from './text-length';

/** Blanks before what follows the first line of a row. */
const INDENT = '  ';

/**
 * A table that is wider than its terminal, row by row: the first cell alone, and below it each other cell behind its heading, so
 * that every figure still stands under its name. Long texts are broken at blanks; ids, amounts and hashes stay whole.
 *
 * @param lines the heading and the rows, as texts
 */
function foldedTable(lines: readonly (readonly string[])[], alignments: string, columns: number): string {
  const [head = [], ...rows] = lines;
  const named = Math.max(...head.slice(1).map((name) => lengthOf(name)), 0);
  return rows
    .map((row) => {
      const others = row.slice(1).flatMap((cell, index) => {
        if (cell === '') return [];
        const name = `${head[index + 1] ?? ''}${' '.repeat(named - lengthOf(head[index + 1]))}`;
        const text = alignments[index + 1] === 'r' ? cell.trim() : cell;
        return brokenBehind(`${INDENT}${name}  `, text, columns);
      });
      return [...brokenBehind('', row[0] ?? '', columns), ...others].map((line) => `${line.trimEnd()}\n`).join('');
    })
    .join('');
}

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
