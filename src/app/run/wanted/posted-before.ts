import { join } from 'node:path';
import { pathExists, readBytes } from '../../../effects';
import type { BatchInfo } from '../../../ledger';
import { MANIFEST_FILE } from '../../../payout';
import { sha256 } from '../rule-inputs';
import { countsOfFacts, type ExtractCounts } from './extract-counts';
import type { PostedBefore } from './wanted-by-term';

/** What is read of a manifest. Its bytes are those that the ledger knows, so its shape is not checked again. */
interface CountedManifest {
  readonly extract: { readonly files: readonly { readonly name: string; readonly rows: number | null }[] };
}

/** What had been posted when a run of a grant year starts; undefined where nothing counts yet. */
export function postedBefore(batches: readonly BatchInfo[], grantYear: number): PostedBefore | undefined {
  const posted = batches
    .filter(({ state, kind }) => state === 'posted' && kind !== 'annulment')
    .toSorted((one, other) => one.posting - other.posting);
  const last = posted.at(-1);
  if (last === undefined) return undefined;
  const lastRun = posted.findLast(({ kind }) => kind === 'run');
  const ofYear = posted.filter((batch) => batch.kind === 'run' && batch.grantYear === grantYear);
  return {
    grantYear: last.grantYear,
    term: last.term,
    extract: lastRun && (countsOfFacts(lastRun.facts) ?? extractOf(lastRun.runFolder, lastRun.manifestHash)),
    paidInYearNok: ofYear.reduce((sum, batch) => sum + batch.paidNok, 0),
  };
}

/** Counts of the extract of a run whose draft keeps none, from its manifest; null where that is gone or is no longer what the ledger knows. */
function extractOf(folder: string, manifestHash: string): ExtractCounts | null {
  const path = join(folder, MANIFEST_FILE);
  if (folder === '' || !pathExists(path)) return null;
  const bytes = readBytes(path);
  if (sha256(bytes) !== manifestHash) return null;
  const manifest: CountedManifest = JSON.parse(bytes.toString('utf8'));
  // The rows of each file, rejected ones too.
  const rows = (names: readonly string[]): number =>
    manifest.extract.files.find(({ name }) => names.includes(name.toLowerCase()))?.rows ?? 0;
  return { persons: rows(['persons.csv', 'personer.csv']), hoursRows: rows(['hours.csv', 'norsktimer.csv']) };
}
