import { formatKroner, formatWhole } from '../domain';
import { dayText, decimalText, explainWord, type TextArguments, type TextKey } from '../messages';
import { type CliContext, say } from './context';
import { withSign } from './percent-text';
import { componentName } from './table-words';
import type { Terminal } from './terminal';
import { textTable } from './text-table';

/** A cell as the program has it; its column says how it is shown. Nothing is shown of null and undefined. */
export type Cell = string | number | null | undefined;

/** Whoever is spoken to. */
interface Speaker extends Pick<CliContext, 'language'> {
  readonly terminal?: Pick<Terminal, 'columns' | 'outIsTty'>;
}

/** How the cells of a column are shown, by its letter: those of numbers stand to the right. */
const COLUMNS: Readonly<Record<string, (cell: string | number, speaker: Speaker) => string>> = {
  /** Text. */
  l: (cell, { language }) => dayText(String(cell), language),
  r: (cell, { language }) => dayText(String(cell), language),
  /** A whole number. */
  n: (cell) => (typeof cell === 'number' ? formatWhole(cell) : cell),
  /** Kroner. */
  k: (cell) => (typeof cell === 'number' ? formatKroner(cell) : cell),
  /** Kroner more or less: with a sign. */
  d: (cell) => (typeof cell === 'number' ? withSign(formatKroner(cell), cell) : cell),
  /** A decimal number, as the program writes it. */
  f: (cell, { language }) => decimalText(String(cell), language),
  /** A grant, by its code. */
  c: (cell, speaker) => componentName(String(cell), speaker),
  /** A word of the law or of the program, by its code. */
  w: (cell, { language }) => explainWord(String(cell), language),
};

/**
 * A table for people.
 *
 * @param head key of its headings
 * @param columns a letter a column, see COLUMNS
 * @example table(context, 'status.columns_run', 'lwnkkk', batches.map(({ runId, state, lines }) => [runId, state, lines]))
 */
export function table<Key extends TextKey>(
  context: Speaker,
  head: Key,
  columns: string,
  rows: readonly (readonly Cell[])[],
  ...values: TextArguments<Key>
): string {
  return tableUnder(say(context, head, ...values).split('|'), columns, rows, context);
}

/** A table whose headings are made of what it shows. */
export function tableUnder(
  head: readonly string[],
  columns: string,
  rows: readonly (readonly Cell[])[],
  context: Speaker,
): string {
  const shown = rows.map((row) =>
    row.map((cell, index) =>
      cell === null || cell === undefined ? '' : COLUMNS[columns[index] ?? 'l']?.(cell, context),
    ),
  );
  const alignments = columns.replace(/[nkdf]/g, 'r').replace(/[cw]/g, 'l');
  return textTable(
    head,
    alignments,
    shown.map((row) => row.map((cell) => cell ?? '')),
    columnsOf(context),
  );
}

/** Columns within which texts and tables stand: those of a terminal; what is written to a file is never folded. */
export function columnsOf({ terminal }: Speaker): number {
  return terminal?.outIsTty ? terminal.columns : Number.POSITIVE_INFINITY;
}

/** Names with their values, one line each, the values below each other. */
export function pairs(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => name.padEnd(width) + value);
}
