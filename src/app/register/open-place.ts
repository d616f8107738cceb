import { join } from 'node:path';
import { type Pseudonyms, writeRejectionFolder } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { listFolder, pathExists, removeTree } from '../../effects';
import { RunFolder } from '../../payout';
import {
  columnsWanted,
  ExtractRejected,
  type ImportOptions,
  importAndOpen,
  type LoweredLimits,
  openSnapshot,
  type ProgressListener,
  type Snapshot,
} from '../../register';
import { readColumns } from '../import/read-columns';
import { type Installation, runsFolderOf } from '../installation';
import type { RuleInputs } from '../run/rule-inputs';

/** Where a register comes from: the folder of an extract, or a stored snapshot. */
export type RegisterPlace = { readonly extract: string } | { readonly snapshotId: string };

/** How a register is read. Paths are absolute. */
export interface RegisterReading {
  readonly ruleInputs: RuleInputs;
  readonly snapshotFolder: string;
  /** File with the names that the extract gives its columns. */
  readonly columns: string | undefined;
  readonly rejectLimitPercent: number | null;
  /** Limits of reading that the settings lower. */
  readonly readingLimits?: LoweredLimits;
  /** True where the register is read for a real ledger, which wants some columns that may otherwise be missing. */
  readonly forRealLedger?: boolean;
  readonly onProgress?: ProgressListener;
}

/**
 * Opens a register: reads the extract, or takes its stored snapshot.
 *
 * @throws NorsktilskuddError kind `usage`: SNAPSHOT_UNKNOWN; kind `refused`: SNAPSHOT_OTHER_REGISTERS; kind `input`:
 *   SNAPSHOT_LACKS_COLUMNS
 * @throws ExtractRejected
 */
export function openPlace(place: RegisterPlace, reading: RegisterReading): Snapshot {
  if ('snapshotId' in place) return openStored(place.snapshotId, reading);
  return importAndOpen(importOptions(place.extract, reading)).snapshot;
}

/** Which register a run is of, and where the run's folder will lie. */
interface RunPlace extends Pick<RegisterReading, 'rejectLimitPercent' | 'onProgress'> {
  readonly register: RegisterPlace;
  readonly grantYear: number;
  readonly term: number;
  readonly out: string | undefined;
}

/**
 * The register of a run. A rejected extract leaves rejected.csv and findings.csv alone.
 *
 * @throws as openPlace
 */
export function openRegister(
  installation: Installation & { readonly snapshots: string },
  input: RunPlace,
  ruleInputs: RuleInputs,
  pseudonyms: Pseudonyms,
  forRealLedger: boolean,
): Snapshot {
  try {
    return openPlace(input.register, {
      ...input,
      ruleInputs,
      forRealLedger,
      snapshotFolder: installation.snapshots,
      columns: installation.columns,
      readingLimits: installation.readingLimits,
    });
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    const folder = input.out ?? join(runsFolderOf(installation), `rejected-${input.grantYear}-T${input.term}`);
    if (input.out === undefined) removeTree(folder);
    throw leaveRejection(cause, folder, pseudonyms);
  }
}

/** Writes rejected.csv and findings.csv of an extract that may not be used; the error then says where they are. */
export function leaveRejection(rejection: ExtractRejected, folder: string, pseudonyms: Pseudonyms): ExtractRejected {
  const { code, params, details, rejects, findings } = rejection;
  writeRejectionFolder({ folder: RunFolder.begin(folder), findings, rejected: rejects, fileNames: {}, pseudonyms });
  return new ExtractRejected(code, { ...params, folder }, [...details], rejects, [...findings]);
}

/** What the register room wants to know of an extract. */
export function importOptions(folder: string, reading: RegisterReading): ImportOptions {
  const { ruleInputs, snapshotFolder, columns, rejectLimitPercent, onProgress, readingLimits, forRealLedger } = reading;
  return {
    folder,
    snapshotFolder,
    places: ruleInputs.rules.places,
    registerHash: registerHashOf(ruleInputs),
    rejectLimitPercent,
    forRealLedger: forRealLedger ?? false,
    ...(readingLimits === undefined ? {} : { limits: readingLimits }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(columns === undefined ? {} : { columnMapping: readColumns(columns) }),
  };
}

/** Hash of the kommune and fylke registers: a code is checked against them when an extract is read. */
export function registerHashOf(ruleInputs: RuleInputs): string {
  return ruleInputs.registers.map((file) => file.sha256).join(' ');
}

/** Signs of an id that are enough where no other snapshot begins with them. */
const SHORTEST_ID = 4;

/** @throws NorsktilskuddError usage SNAPSHOT_AMBIGUOUS where several stored snapshots begin so */
function wholeSnapshotId(begun: string, folder: string): string {
  if (begun.length < SHORTEST_ID || !pathExists(folder)) return begun;
  // A damaged one that was put aside is no other extract.
  const found = listFolder(folder).filter((name) => /^[0-9a-f]+\.db$/.test(name) && name.startsWith(begun));
  if (found.length > 1) {
    const candidates = found.map((name) => name.slice(0, 16)).join(', ');
    throw new NorsktilskuddError('usage', 'SNAPSHOT_AMBIGUOUS', { snapshot: begun, candidates });
  }
  return found[0]?.slice(0, -'.db'.length) ?? begun;
}

/** The stored snapshot of that id, or of which that is the beginning, read with the same kommune registers. */
function openStored(snapshotId: string, { ruleInputs, snapshotFolder, forRealLedger }: RegisterReading): Snapshot {
  const path = join(snapshotFolder, `${wholeSnapshotId(snapshotId, snapshotFolder)}.db`);
  if (!/^[0-9a-f]+$/.test(snapshotId) || !pathExists(path))
    throw new NorsktilskuddError('usage', 'SNAPSHOT_UNKNOWN', { snapshot: snapshotId, folder: snapshotFolder });
  const snapshot = openSnapshot(path);
  const isOther = snapshot.meta.registerHash !== registerHashOf(ruleInputs);
  const wanted = forRealLedger === true ? columnsWanted(snapshot.meta) : [];
  if (!isOther && wanted.length === 0) return snapshot;
  snapshot.close();
  if (isOther) throw new NorsktilskuddError('refused', 'SNAPSHOT_OTHER_REGISTERS', { snapshot: snapshotId });
  const params = { snapshot: snapshotId, columns: wanted.join(', ') };
  throw new NorsktilskuddError('input', 'SNAPSHOT_LACKS_COLUMNS', params);
}
