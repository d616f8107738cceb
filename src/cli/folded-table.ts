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
export function foldedTable(lines: readonly (readonly string[])[], alignments: string, columns: number): string {
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
