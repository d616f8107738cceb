import { join } from 'node:path';
import type { Finding, PlaceRegister } from '../../domain';
import {
  discardTree,
  flushFile,
  makeFolder,
  makePartFolder,
  pathExists,
  removePartFolders,
  renameInto,
} from '../../effects';
import { heldCodes } from '../reading/parse-field';
import { judgeRejects } from '../rejects/judge-rejects';
import { type LoweredLimits, loweredLimits } from '../rejects/reading-limits';
import { RejectLog } from '../rejects/reject-log';
import { isSoundSnapshot, openSnapshot, type Snapshot } from '../snapshot/snapshot';
import { columnsWanted, SNAPSHOT_FORMAT, type SnapshotFile, type SnapshotMeta } from '../snapshot/snapshot-format';
import { READER_VERSION, snapshotIdOf } from '../snapshot/snapshot-id';
import { writeSnapshot } from '../snapshot/write-snapshot';
import { SpillFile } from '../spill/spill-buckets';
import type { ColumnMapping } from '../tables/column-mapping';
import { TABLES } from '../tables/table-specs';
import { type ExtractFile, type ExtractFiles, findExtractFiles } from './find-files';
import { type ExtractReading, readExtract } from './read-extract';
import { HOURS_THREAD } from './read-hours';
import { ProgressCounter, type ProgressListener } from './reading-progress';

export interface ImportOptions {
  /** Folder of the extract. */
  readonly folder: string;
  /** Folder of the stored snapshots; made where it is not there. */
  readonly snapshotFolder: string;
  readonly places: PlaceRegister;
  /** Hash of the kommune and fylke registers. */
  readonly registerHash: string;
  readonly columnMapping?: ColumnMapping;
  /** Highest share of rejected rows of a table, in percent; null: none may be rejected. */
  readonly rejectLimitPercent: number | null;
  /** Script of the second thread, null to read with one; bytes of a segment. Nothing but speed hangs on them. */
  readonly threadScript?: string | null;
  readonly segmentBytes?: number;
  /** Limits of reading that a setting lowers. */
  readonly limits?: LoweredLimits;
  /** True where the register is read for a real ledger, which wants some columns that may otherwise be missing. */
  readonly forRealLedger?: boolean;
  readonly onProgress?: ProgressListener;
}

export interface ImportResult {
  readonly snapshotId: string;
  readonly path: string;
  /** True where the same extract had been read before and nothing was read again. */
  readonly stored: boolean;
  /** Where a damaged snapshot of the same extract was set aside, which had to be read anew; undefined for none. */
  readonly damagedPath: string | undefined;
}

/**
 * Reads an extract into a snapshot (data contract 1-2), whole or not at all. The same extract under the same settings
 * is read once.
 *
 * @throws ExtractRejected when rows were rejected and no limit allows it, or more than the limit does, or a whole file
 *   is at fault: after everything has been read, so that all faults are reported at once
 */
export function importExtract(options: ImportOptions): ImportResult {
  const limits = loweredLimits(options.limits);
  const forRealLedger = options.forRealLedger ?? false;
  const rejects = new RejectLog(limits.rejectsListed);
  const findings: Finding[] = [];
  const progress = new ProgressCounter(options.onProgress);
  const files = findExtractFiles(options.folder, rejects, findings, progress, options.segmentBytes);
  const snapshotId = identityOf(options, files);
  const path = join(options.snapshotFolder, `${snapshotId}.db`);
  const isDamaged = pathExists(path) && !isSoundSnapshot(path);
  if (pathExists(path) && !isDamaged && !(forRealLedger && lacksWantedColumns(path))) {
    removePartFolders(path);
    return { snapshotId, path, stored: true, damagedPath: undefined };
  }
  makeFolder(options.snapshotFolder);
  const partFolder = makePartFolder(path);
  const damagedPath = isDamaged ? freePath(path) : undefined;
  const spill = new SpillFile(join(partFolder, 'spill'));
  try {
    const reading = readExtract({
      files,
      held: heldCodes(options.places),
      mapping: options.columnMapping ?? {},
      rejects,
      findings,
      spill,
      threadSpillPath: join(partFolder, 'spill-of-thread'),
      threadScript: options.threadScript === undefined ? HOURS_THREAD : options.threadScript,
      progress,
      limits,
      forRealLedger,
    });
    judgeRejects(options.rejectLimitPercent, reading.readings, rejects, findings);
    const built = join(partFolder, 'snapshot.db');
    const meta = metaOf(snapshotId, options, files, reading, rejects, findings);
    progress.begin('store', meta.personCount);
    writeSnapshot(built, reading, meta, findings, progress.add);
    flushFile(built);
    // What has changed it is still to be found out.
    if (damagedPath !== undefined) renameInto(path, damagedPath);
    renameInto(built, path);
  } finally {
    spill.remove();
    discardTree(partFolder);
  }
  return { snapshotId, path, stored: false, damagedPath };
}

/** Imports an extract and opens the snapshot. */
export function importAndOpen(options: ImportOptions): { result: ImportResult; snapshot: Snapshot } {
  const result = importExtract(options);
  const snapshot = openSnapshot(result.path);
  snapshot.damagedPath = result.damagedPath;
  return { result, snapshot };
}

/** A name for a damaged snapshot that no other has: it is listed as damaged, and can be pruned. */
function freePath(path: string): string {
  const start = path.slice(0, -'.db'.length);
  let number = 1;
  while (pathExists(`${start}.damaged-${number}.db`)) number += 1;
  return `${start}.damaged-${number}.db`;
}

/** True where a stored extract may not serve a real ledger; reading it again tells why. */
function lacksWantedColumns(path: string): boolean {
  const snapshot = openSnapshot(path);
  try {
    return columnsWanted(snapshot.meta).length > 0;
  } finally {
    snapshot.close();
  }
}

/** Every file that is read, extract.json last. */
function filesRead({ tables, extractJson }: ExtractFiles): ExtractFile[] {
  return [...tables.values(), ...(extractJson ? [extractJson] : [])];
}

function identityOf(options: ImportOptions, files: ExtractFiles): string {
  return snapshotIdOf({
    files: [
      ...filesRead(files).map(({ name, survey }) => ({ name, sha256: survey.sha256 })),
      ...files.ignored.map((name) => ({ name, sha256: '' })),
    ],
    mapping: options.columnMapping ?? {},
    registerHash: options.registerHash,
    rejectLimitPercent: options.rejectLimitPercent,
  });
}

function metaOf(
  snapshotId: string,
  options: ImportOptions,
  files: ExtractFiles,
  reading: ExtractReading,
  rejects: RejectLog,
  findings: readonly Finding[],
): SnapshotMeta {
  const rejected = TABLES.map((table) => [table, rejects.rejectedRows(table)] as const);
  return {
    format: SNAPSHOT_FORMAT,
    readerVersion: READER_VERSION,
    snapshotId,
    registerHash: options.registerHash,
    takenAt: reading.statement.takenAt,
    source: reading.statement.source,
    personCount: reading.blocks.ids.length,
    files: filesRead(files).map((file) => snapshotFile(file, reading)),
    rejectedRows: Object.fromEntries(rejected.filter(([, rows]) => rows > 0)),
    rejects: rejects.size,
    findings: findings.length,
    rejectLimitPercent: options.rejectLimitPercent,
    columns: options.columnMapping ?? {},
  };
}

function snapshotFile({ table, name, survey }: ExtractFile, { readings }: ExtractReading): SnapshotFile {
  const read = table === 'extract' ? undefined : readings.get(table);
  const { separator = '', cells = [], columnOf = [] } = read?.header ?? {};
  const { bytes, sha256, encoding } = survey;
  return { table, name, bytes, rows: read?.rows ?? 0, sha256, encoding, separator, header: cells, columnOf };
}
