import type { SignedRun } from './approval-index';
import { CsvRecords } from './csv';
import { hasFile, pathIn, readWhole } from './files';
import { sha256 } from './hashes';

const FILE = 'cases_before.csv';

/**
 * Kroner of adjustments by the numbers of their acts, from the sealed tables of runs that read them: the journal hides what an
 * act says behind a hash. Verify-run holds the tables themselves to their seals; one that has not its hash is left out here.
 */
export function caseAmounts(runs: readonly SignedRun[]): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { files, folder, manifest } of runs) {
    const sealed = manifest.files.find(({ name }) => name === FILE);
    if (sealed === undefined || !hasFile(files, folder, FILE)) continue;
    const bytes = readWhole(files, pathIn(folder, FILE));
    if (sha256(bytes) !== sealed.sha256) continue;
    let columns: readonly string[] | undefined;
    const records = new CsvRecords((fields) => {
      const row = columns;
      if (row === undefined) columns = fields ?? [];
      if (row === undefined || fields === undefined) return;
      const cell = (name: string): string => fields[row.indexOf(name)] ?? '';
      if (cell('kind') === 'adjustment') amounts.set(cell('act'), Number(cell('amount')));
    });
    records.add(bytes.toString('utf8'));
  }
  return amounts;
}
