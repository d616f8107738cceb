import { dirname, join } from 'node:path';
import type { RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { listFolder, pathExists } from '../../effects';
import {
  ExtractRejected,
  isFormerTableName,
  openSnapshot,
  type Reject,
  rowsReadOtherwise,
  type Snapshot,
  type SnapshotReading,
  snapshotIdOf,
} from '../../register';
import { registerHashOf } from '../register/open-place';
import type { RuleInputs } from '../run/rule-inputs';
import { readRecordedExtract } from './read-recorded-extract';

/** Rows that a note names. */
const ROWS_REPORTED = 100;

/** Folders in which the stored register of a run may lie: beside the runs, in a dossier, beside the ledger. */
export function snapshotFolders(run: RunContents, db: string | undefined): string[] {
  const above = dirname(dirname(run.folder));
  return [join(above, 'snapshots'), join(above, 'snapshot'), ...(db === undefined ? [] : [`${db}.d/snapshots`])];
}

/** The stored register of a run; undefined where none of the folders has it. */
export function storedRegister(run: RunContents, db: string | undefined): Snapshot | undefined {
  const { snapshot_id: id } = run.manifest.identity;
  const path = snapshotFolders(run, db)
    .map((folder) => join(folder, `${id}.db`))
    .find((each) => pathExists(each));
  if (path === undefined) return undefined;
  const snapshot = openSnapshot(path);
  if (snapshot.snapshotId === id) return snapshot;
  snapshot.close();
  return undefined;
}

/** The id that the files of a folder had as an extract of an earlier reading, under the manifest's own names of them. */
export function earlierSnapshotId(
  run: RunContents,
  ruleInputs: RuleInputs,
  reading: SnapshotReading,
  extract: string,
): string {
  const read = run.manifest.extract.files.map(({ name, sha256 }) => ({ name, sha256 }));
  const others = listFolder(extract).filter(
    (name) => isFormerTableName(name) && !read.some((file) => file.name === name),
  );
  const identity = {
    files: [...read, ...others.map((name) => ({ name, sha256: '' }))],
    mapping: reading.columns,
    registerHash: registerHashOf(ruleInputs),
    rejectLimitPercent: reading.rejectLimitPercent,
  };
  return snapshotIdOf(identity, String(reading.format));
}

/**
 * The rows of an extract that are read otherwise today than by the reading of a run, as notes of what is not checked:
 * no second way of reading is kept, so that the stored register stands for them.
 */
export function readOtherwise(
  stored: Snapshot,
  ruleInputs: RuleInputs,
  reading: SnapshotReading,
  place: { readonly extract: string; readonly work: string },
): ErrorDetail[] {
  const known = new Set(Array.from(stored.rejects(), placeOf));
  const reported = new Set<string>();
  const addRejects = (rejects: Iterable<Reject>): void => {
    for (const reject of rejects) if (!known.has(placeOf(reject))) reported.add(placeOf(reject));
  };
  const format = reading.format;
  try {
    const now = readRecordedExtract(ruleInputs, { ...reading, rejectLimitPercent: 100 }, place.extract, place.work);
    try {
      for (const { table, line } of rowsReadOtherwise(stored, now)) {
        reported.add(`${now.fileNames[table] ?? stored.fileNames[table] ?? table}:${line}`);
      }
      addRejects(now.rejects());
    } finally {
      now.close();
    }
    return reported.size === 0 ? [] : [rowsNote(reported, format)];
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    addRejects(cause.rejects);
    return [rowsNote(reported, format), errorDetail('VERIFY_EXTRACT_NOT_COMPARED', { format })];
  }
}

function placeOf({ file, line }: Reject): string {
  return line === 0 ? file : `${file}:${line}`;
}

function rowsNote(places: ReadonlySet<string>, format: number): ErrorDetail {
  const shown = [...places].slice(0, ROWS_REPORTED).join(', ');
  const more = places.size > ROWS_REPORTED ? ', ...' : '';
  return errorDetail('VERIFY_ROWS_READ_OTHERWISE', { format, count: places.size, rows: `${shown}${more}` });
}
