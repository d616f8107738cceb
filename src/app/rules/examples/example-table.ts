import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { NorsktilskuddError } from '../../../domain';

/** Columns of an example table, in bokmål: caseworkers read and write them. */
export const EXAMPLE_COLUMNS = [
  'eksempel',
  'år',
  'termin',
  'personer',
  'født',
  'landbakgrunn',
  'personkrets',
  'vedtak',
  'opphold',
  'annet',
  'satser',
  'forventet',
  'kilde',
] as const;
export type ExampleColumn = (typeof EXAMPLE_COLUMNS)[number];

/** One run of an example: the whole register as it stands then, and what the run must come to. */
export interface ExampleStep {
  readonly line: number;
  readonly cells: Readonly<Record<ExampleColumn, string>>;
}

/** A sentence with the runs that show it, one after the other in one ledger. */
export interface Example {
  readonly sentence: string;
  readonly source: string;
  readonly line: number;
  readonly steps: readonly ExampleStep[];
}

const records = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/**
 * Reads an example table: `;` between the cells, the first line names the columns. A row without a sentence is the next
 * run of the example above it, and its empty cells stand as they did there; `-` empties a cell.
 *
 * @throws NorsktilskuddError kind `input`: EXAMPLE_COLUMNS, EXAMPLE_WITHOUT_SENTENCE
 */
export function readExampleTable(text: string, file: string): Example[] {
  const rows = records.parse(
    parse(text, { delimiter: ';', bom: true, trim: true, info: true, skip_empty_lines: true }),
  );
  const header = rows[0]?.record ?? [];
  const missing = EXAMPLE_COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new NorsktilskuddError('input', 'EXAMPLE_COLUMNS', { file, columns: missing.join(', ') });
  const examples: { sentence: string; source: string; line: number; steps: ExampleStep[] }[] = [];
  for (const { info, record } of rows.slice(1)) {
    const cellOf = (column: ExampleColumn): string => record[header.indexOf(column)] ?? '';
    const sentence = cellOf('eksempel');
    const { lines: line } = info;
    if (sentence !== '') examples.push({ sentence, source: cellOf('kilde'), line, steps: [] });
    const example = examples.at(-1);
    if (example === undefined) throw new NorsktilskuddError('input', 'EXAMPLE_WITHOUT_SENTENCE', { file, line });
    example.steps.push({ line, cells: cellsOf(cellOf, sentence === '' ? example.steps.at(-1) : undefined) });
  }
  return examples;
}

function cellsOf(
  cellOf: (column: ExampleColumn) => string,
  above: ExampleStep | undefined,
): Readonly<Record<ExampleColumn, string>> {
  const cell = (column: ExampleColumn): string => {
    const text = cellOf(column);
    if (text === '-') return '';
    return text === '' && column !== 'forventet' ? (above?.cells[column] ?? '') : text;
  };
  return {
    eksempel: cell('eksempel'),
    år: cell('år'),
    termin: cell('termin'),
    personer: cell('personer'),
    født: cell('født'),
    landbakgrunn: cell('landbakgrunn'),
    personkrets: cell('personkrets'),
    vedtak: cell('vedtak'),
    opphold: cell('opphold'),
    annet: cell('annet'),
    satser: cell('satser'),
    forventet: cell('forventet'),
    kilde: cell('kilde'),
  };
}
