import { join } from 'node:path';
import { type Finding, f64, type PlaceRegister } from '../../domain';
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
import { BlobWriter } from '../snapshot/block-blob';
import { writeCostBase, writeTeachingHours } from '../snapshot/small-columns';
import { isSoundSnapshot, openSnapshot, type Snapshot } from '../snapshot/snapshot';
import {
  BLOCK_PERSONS,
  columnsWanted,
  PARTS,
  SNAPSHOT_FORMAT,
  type SnapshotFile,
  type SnapshotMeta,
} from '../snapshot/snapshot-format';
import { READER_VERSION, snapshotIdOf } from '../snapshot/snapshot-id';
import { writeBlocks } from '../snapshot/write-blocks';
import { SnapshotWriter } from '../snapshot/write-snapshot';
import { SpillFile } from '../spill/spill-buckets';
import type { ColumnMapping } from '../tables/column-mapping';
import { TABLES } from '../tables/table-specs';
import { type ExtractFiles, findExtractFiles } from './find-files';
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
}

/**
 * Reads an extract into a snapshot (data contract 1-2), whole or not at all. The same extract under the same settings
 * is read once.
 *
 * @throws ExtractRejected when rows were rejected and no limit allows it, or more than the limit does, or a whole file
 *   is at fault: after everything has been read, so that all faults are told at once
 */
export function importExtract(options: ImportOptions): ImportResult {
  const limits = loweredLimits(options.limits);
  const forRealLedger = options.forRealLedger ?? false;
  const rejects = new RejectLog(limits.rejectsListed);
  const findings: Finding[] = [];
  const progress = new ProgressCounter(options.onProgress);
  const { segmentBytes } = options;
  const files = findExtractFiles(options.folder, rejects, findings, { progress, segmentBytes });
  const snapshotId = identityOf(options, files);
  const path = join(options.snapshotFolder, `${snapshotId}.db`);
  // A damaged snapshot is read anew from the extract that is at hand.
  if (pathExists(path) && isSoundSnapshot(path) && !(forRealLedger && lacksWantedColumns(path))) {
    removePartFolders(path);
    return { snapshotId, path, stored: true };
  }
  makeFolder(options.snapshotFolder);
  const partFolder = makePartFolder(path);
  const spill = new SpillFile(join(partFolder, 'spill'));
  try {
    const held = heldCodes(options.places);
    const mapping = options.columnMapping ?? {};
    const reading = readExtract({
      files,
      held,
      mapping,
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
    writeSnapshot(built, reading, meta, { rejects, findings, progress });
    flushFile(built);
    renameInto(built, path);
  } finally {
    spill.remove();
    discardTree(partFolder);
  }
  return { snapshotId, path, stored: false };
}

/** Imports an extract and opens the snapshot. */
export function importAndOpen(options: ImportOptions): { result: ImportResult; snapshot: Snapshot } {
  const result = importExtract(options);
  return { result, snapshot: openSnapshot(result.path) };
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

function identityOf(options: ImportOptions, files: ExtractFiles): string {
  const read = [...files.tables.values(), ...(files.extractJson ? [files.extractJson] : [])];
  return snapshotIdOf({
    files: [
      ...read.map(({ name, survey }) => ({ name, sha256: survey.sha256 })),
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
    files: snapshotFiles(files, reading),
    rejectedRows: Object.fromEntries(rejected.filter(([, rows]) => rows > 0)),
    rejects: rejects.size,
    findings: findings.length,
    rejectLimitPercent: options.rejectLimitPercent,
    columns: options.columnMapping ?? {},
  };
}

function snapshotFiles(files: ExtractFiles, reading: ExtractReading): SnapshotFile[] {
  const present = [...files.tables.values(), ...(files.extractJson ? [files.extractJson] : [])];
  return present.map(({ table, name, survey }) => {
    const read = table === 'extract' ? undefined : reading.readings.get(table);
    const { separator = '', cells = [], columnOf = [] } = read?.header ?? {};
    const { bytes, sha256, encoding } = survey;
    return {
      table,
      name,
      bytes,
      rows: read?.rows ?? 0,
      sha256,
      encoding,
      separator,
      header: [...cells],
      columnOf: [...columnOf],
    };
  });
}

function writeSnapshot(
  path: string,
  reading: ExtractReading,
  meta: SnapshotMeta,
  { rejects, findings, progress }: { rejects: RejectLog; findings: readonly Finding[]; progress: ProgressCounter },
): void {
  const writer = new SnapshotWriter(path);
  try {
    progress.begin('store', reading.blocks.ids.length);
    writeBlocks(reading.blocks, writer, progress.add);
    writer.part(PARTS.teachingHours, writeTeachingHours(reading.teachingHours));
    writer.part(PARTS.costBase, writeCostBase(reading.costBase));
    writer.part(PARTS.identities, numbersBlob(reading.blocks.identities.pairs()));
    writer.part(PARTS.rejectedWithoutRow, numbersBlob(reading.rejectedWithoutRow));
    const { ids } = reading.blocks;
    const firstIds = Float64Array.from({ length: Math.ceil(ids.length / BLOCK_PERSONS) }, (_, block) =>
      f64(ids, block * BLOCK_PERSONS),
    );
    writer.part(PARTS.firstIds, numbersBlob(firstIds));
    writer.pages(rejects, findings);
    writer.finish(meta);
  } catch (cause) {
    writer.abandon();
    throw cause;
  }
}

function numbersBlob(values: Float64Array): Uint8Array {
  const blob = new BlobWriter(values.length, 0, values.length * 8);
  blob.f64(values.length).set(values);
  return blob.bytes;
}
