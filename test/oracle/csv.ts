import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One data row: its place among the data rows of its file (1 for the first) and its trimmed fields. */
export class Row {
  constructor(
    readonly place: number,
    private readonly fields: ReadonlyMap<string, string>,
  ) {}

  /** Field of that name; empty where it is not given. */
  text(name: string): string {
    return this.fields.get(name) ?? '';
  }

  /** The same row with one field written otherwise. */
  with(name: string, value: string): Row {
    return new Row(this.place, new Map(this.fields).set(name, value));
  }
}

/** Data rows of a CSV text, columns under their English names. */
export function readCsv(path: string, aliases: ReadonlyMap<string, string> = new Map()): Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const header = text.split(/\r?\n/)[0] ?? '';
  const separator = [',', ';', '\t'].find((candidate) => header.includes(candidate)) ?? ',';
  const records: string[][] = parse(text, { delimiter: separator, skip_empty_lines: true });
  const names = (records[0] ?? []).map((name) => aliases.get(name.trim()) ?? name.trim());
  return records.slice(1).map((record, index) => {
    const fields = new Map<string, string>();
    record.forEach((value, column) => {
      fields.set(names[column] ?? '', value.trim());
    });
    return new Row(index + 1, fields);
  });
}

/** Rows of the first of these files that the folder holds; none where it holds none. */
export function readTable(folder: string, names: readonly string[], aliases: ReadonlyMap<string, string>): Row[] {
  for (const name of names) {
    const path = join(folder, `${name}.csv`);
    if (existsSync(path)) return readCsv(path, aliases);
  }
  return [];
}
