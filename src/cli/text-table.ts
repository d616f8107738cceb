import { visibleText } from '../domain';

/** Blanks between two columns. */
const GAP = '  ';

/**
 * A plain table for a terminal: no frame, a heading, columns padded; numbers stand to the right.
 *
 * @param alignments one letter a column: `l` or `r`
 */
export function textTable(head: readonly string[], alignments: string, rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => head.map((_, column) => visibleText(row[column] ?? '')));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => lengthOf(line[column]))));
  const padded = (cell: string, column: number): string => {
    const blanks = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
    return alignments[column] === 'r' ? blanks + cell : cell + blanks;
  };
  return lines.map((line) => `${line.map(padded).join(GAP).trimEnd()}\n`).join('');
}

/** Characters that take the place of two. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;

/** Places that a text takes: an é made of two characters takes one. */
function lengthOf(text: string | undefined): number {
  let length = 0;
  for (const { segment } of new Intl.Segmenter().segment(text ?? '')) length += WIDE.test(segment) ? 2 : 1;
  return length;
}
