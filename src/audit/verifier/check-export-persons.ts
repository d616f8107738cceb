import type { CheckedExport } from './check-export';
import { CsvRecords } from './csv';
import { type Files, readWhole } from './files';
import type { Findings } from './findings';
import type { Keys } from './hashes';
import { codeOf } from './vocabulary';

/** Columns of the table that tells a recipient of its own persons (EXPORT.md). */
const COLUMNS = 'person_id,person_ref,grant_year,component,code,reason,cause,amount';

/**
 * A recipient's own persons by number, held to the export beside them: every row is a line that the proofs give, each line of
 * somebody who is told of has its row, and one number is one pseudonym. Whether the number is that person's the key alone tells.
 * Returns how many lines of persons have no row: of those who have been deleted from the ledger.
 */
export function checkExportPersons(
  files: Files,
  path: string,
  { lines, recipient }: CheckedExport,
  findings: Findings,
  keys?: Keys,
): number {
  const same = (what: string, expected: string, found: string): void =>
    findings.compare('EXPORT_DIFFERS', path, expected, found, { what });
  const unproven = (what: string): void => findings.add('EXPORT_PERSON_UNPROVEN', path, { what });
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1);
  const names = new Map<string, string>();
  const [head, ...rows] = recordsOf(readWhole(files, path).toString('utf8'));
  same('1', COLUMNS, head?.join() ?? '');
  for (const [place, cells] of rows.entries()) {
    const [id = '', ref = '', year, component, , , , amount] = cells;
    const isPerson = /^\d{12}$/.test(id) && ref !== '';
    if (cells.length !== 8 || (!isPerson && (id !== '' || ref !== ''))) {
      unproven(`${place + 2}`);
      continue;
    }
    const line = [ref, year, component, amount].join();
    const count = left.get(line) ?? 0;
    if (count === 0) unproven(`${place + 2}: ${line}`);
    else left.set(line, count - 1);
    if (!isPerson) continue;
    same(`${place + 2} person_ref`, names.get(id) ?? ref, ref);
    same(`${place + 2} person_id`, names.get(ref) ?? id, id);
    names.set(id, ref).set(ref, id);
    const own = keys?.ofRecipient(codeOf(recipient), Buffer.from(keys.pseudonymOf(id), 'hex')).toString('hex');
    same(`${place + 2} person_ref`, own ?? ref, ref);
  }
  let deleted = 0;
  for (const [line, count] of left) {
    const [ref = ''] = line.split(',');
    if (count > 0 && (ref === '' || names.has(ref))) same(line, `${count}`, '-');
    else deleted += count;
  }
  return deleted;
}

function recordsOf(table: string): string[][] {
  const records: string[][] = [];
  const reader = new CsvRecords((cells) => records.push(cells ?? []));
  reader.add(table);
  if (!reader.end()) records.push([]);
  return records;
}
