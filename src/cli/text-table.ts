import Table from 'cli-table3';
import { visibleText } from '../domain';

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/**
 * A plain table for a terminal: no frame, a heading, columns padded; numbers stand to the right.
 *
 * @param alignments one letter a column: `l` or `r`
 */
export function textTable(head: readonly string[], alignments: string, rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: head.map(visibleText),
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: [...alignments].map((letter) => (letter === 'r' ? 'right' : 'left')),
  });
  table.push(...rows.map((row) => row.map(visibleText)));
  const lines = table.toString().split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
