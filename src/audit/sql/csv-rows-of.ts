import { at } from '../../domain';
import { CsvRecords } from '../verifier/csv';

/** Rows of a CSV text by the names of its header. */
export function rowsOf(text: string): Readonly<Record<string, string>>[] {
  let header: readonly string[] = [];
  const rows: Record<string, string>[] = [];
  new CsvRecords((fields, line) => {
    if (line === 1) header = fields ?? [];
    else rows.push(Object.fromEntries((fields ?? []).map((field, place) => [at(header, place), field])));
  }).add(text);
  return rows;
}
