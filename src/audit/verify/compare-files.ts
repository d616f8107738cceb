import { join } from 'node:path';
import { pathExists, readBytes } from '../../effects';
import { CsvRecords } from '../verifier/csv';
import type { Findings } from '../verifier/findings';

/**
 * Compares a file of a run folder with the same file calculated again, byte by byte. A table is reported row by row with the
 * column that differs, anything else by its first byte that does.
 *
 * @param without column that is passed over; rows may then stand in another order
 */
export function compareFiles(
  sealedFolder: string,
  againFolder: string,
  name: string,
  findings: Findings,
  without = '',
): void {
  const [sealed, again] = [join(sealedFolder, name), join(againFolder, name)];
  if (!pathExists(sealed) || !pathExists(again)) {
    findings.add(pathExists(sealed) ? 'VERIFY_FILE_EXTRA' : 'VERIFY_FILE_MISSING', name);
    return;
  }
  const [found, expected] = [readBytes(sealed), readBytes(again)];
  if (found.equals(expected)) return;
  const before = findings.count;
  if (name.endsWith('.csv')) {
    const [left, right] = [found, expected].map((bytes) => rowsOf(bytes.toString('utf8'), without));
    compareTables(left ?? [], right ?? [], name, findings);
  }
  if (findings.count > before || without !== '') return;
  let byte = 0;
  while (byte < found.length && found[byte] === expected[byte]) byte += 1;
  findings.add('VERIFY_RECALCULATION_BYTES', name, { byte });
}

type Rows = readonly (readonly string[])[];

/** Rows side by side; where their numbers differ, from the first row that differs on only the first is reported. */
function compareTables(sealed: Rows, again: Rows, file: string, findings: Findings): void {
  const header = again[0] ?? [];
  for (let row = 0; row < Math.max(sealed.length, again.length); row += 1) {
    const [left, right] = [sealed[row], again[row]];
    const place = header.findIndex((_, column) => left?.[column] !== right?.[column]);
    if (left && right && place < 0) continue;
    const column = header[Math.max(place, 0)] ?? '';
    findings.add('VERIFY_RECALCULATION_DIFFERS', file, {
      line: row + 1,
      column,
      expected: shown(right, place, column),
      found: shown(left, place, column),
    });
    if (sealed.length !== again.length) return;
  }
}

/** A cell for people; a person's id is never reported. */
function shown(row: readonly string[] | undefined, place: number, column: string): string {
  if (!row) return '-';
  const cell = row[Math.max(place, 0)] ?? '';
  return column === 'person_ref' ? cell.replace(/^\d{12}$/, '************') : cell;
}

function rowsOf(text: string, without: string): Rows {
  const rows: (readonly string[])[] = [];
  new CsvRecords((fields) => rows.push(fields ?? [])).add(text);
  const [header = [], ...rest] = rows;
  const place = header.indexOf(without);
  if (place < 0) return rows;
  const cut = rest.map((row) => row.toSpliced(place, 1));
  cut.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  return [header.toSpliced(place, 1), ...cut];
}
