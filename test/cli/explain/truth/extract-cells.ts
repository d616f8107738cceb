import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CATEGORIES, DECISION_KINDS, LAWS, OUTCOMES, RESIDENCE_KINDS } from '../../../../src/domain';
import { TABLE_SPECS } from '../../../../src/register/tables/table-specs';

/** A row of a file, by the English names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

const ALIASES = new Map(
  Object.values(TABLE_SPECS).flatMap(({ fields }) =>
    fields.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [alias, name] as const)),
  ),
);
const CODED = new Map<string, string>(
  [...CATEGORIES, ...DECISION_KINDS, ...LAWS, ...OUTCOMES, ...RESIDENCE_KINDS].map(([name, alias]) => [alias, name]),
);

/** Reads files of a folder on its own, knowing nothing of how the program reads them. */
export class ExtractCells {
  readonly #folder: string;
  readonly #files = new Map<string, ReadonlyMap<number, CsvRow>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The row of a line of a file, dates as YYYY-MM-DD and coded values in English; undefined where there is none. */
  row(file: string, line: number): CsvRow | undefined {
    return this.rows(file).get(line);
  }

  rows(file: string): ReadonlyMap<number, CsvRow> {
    const known = this.#files.get(file) ?? readRows(join(this.#folder, file));
    this.#files.set(file, known);
    return known;
  }
}

/** The English name of a column. */
export function englishColumn(column: string): string {
  return ALIASES.get(column) ?? column;
}

function readRows(path: string): ReadonlyMap<number, CsvRow> {
  const rows: [number, string[]][] = [];
  const text = decoded(readFileSync(path));
  const [header = ''] = text.split('\n', 1);
  parse(text, {
    bom: true,
    trim: true,
    delimiter: [';', '\t'].find((each) => header.includes(each)) ?? ',',
    relax_column_count: true,
    on_record: (record: string[], { lines }) => {
      rows.push([lines, record]);
      return null;
    },
  });
  const [head, ...others] = rows;
  const names = (head?.[1] ?? []).map(englishColumn);
  return new Map(others.map(([line, record]) => [line, named(names, record)]));
}

function named(names: readonly string[], record: readonly string[]): CsvRow {
  return Object.fromEntries(names.map((name, index) => [name, plain(record[index] ?? '')]));
}

function plain(value: string): string {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(value) ?? [];
  return day === undefined ? (CODED.get(value) ?? value) : `${year}-${month}-${day}`;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
