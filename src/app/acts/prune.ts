import { dirname, join } from 'node:path';
import { type StoredSnapshot, storedSnapshots } from '../../audit';
import { isFolder, leftBehindIn, listFolder, removeTree } from '../../effects';
import { ALL_POSTED, type Ledger, mayGo, openLedger, prunedRunName } from '../../ledger';
import { actingKey } from '../approve/acting-key';
import { dropStoredFacts } from '../facts/stored-facts';
import type { Installation } from '../installation';
import { SnapshotShelf } from '../privacy/known-protection';
import { type Act, type ActingInstallation, actBy } from './act';

/** What is asked for. */
export interface PruneRequest extends Act {
  /** `YYYY-MM-DD`: snapshots of batches posted before go too. */
  readonly retentionExpired: string | undefined;
  /** Folders of runs go too, with what lies beside them but the signatures. */
  readonly runs: boolean;
  /** Nothing is deleted: only told what would be. */
  readonly dryRun: boolean;
}

/** What went, or would go, and what stays. */
export interface Pruning {
  readonly snapshots: readonly StoredSnapshot[];
  readonly going: readonly StoredSnapshot[];
  /** Folders of runs that went, or would go, and what lay beside each: documents, letters, reports. */
  readonly runFolders: readonly { readonly runId: string; readonly paths: readonly string[] }[];
  readonly leftBehind: readonly string[];
  readonly isDry: boolean;
}

/** Deletes stored snapshots that nothing needs any more, and what broken-off work has left behind. */
export function pruneSnapshots(
  installation: ActingInstallation & Pick<Installation, 'runsFolder'>,
  { retentionExpired, runs, dryRun: isDry, ...act }: PruneRequest,
): Pruning {
  const { db } = installation;
  const ledger = openLedger(db, { readOnly: isDry });
  try {
    // Before anything is said of what may go, or goes.
    ledger.prove(ALL_POSTED);
    const folder = join(`${db}.d`, 'snapshots');
    const snapshots = storedSnapshots(ledger, folder);
    const newest = newestExtracts(ledger, folder);
    const leftBehind = leftBehindOf(installation);
    const going = snapshots.filter(
      (one) =>
        one.file !== undefined && mayGo(one, retentionExpired) && (one.hold !== '' || !newest.includes(one.snapshot)),
    );
    const runFolders = runs ? goingRuns(ledger, installation, retentionExpired) : [];
    if (!isDry) {
      ledger.refuseBehind();
      const by = { ...actBy(act), ...actingKey(installation, ledger) };
      for (const { snapshot, file } of going) {
        // First the record, then the file: killed in between, the next call finds the file and deletes it.
        ledger.recordPruning(snapshot, by, retentionExpired);
        if (file !== undefined) removeTree(file);
      }
      for (const { runId, paths } of runFolders) {
        ledger.recordPruning(prunedRunName(runId), by, retentionExpired);
        for (const path of paths) removeTree(path);
      }
      for (const path of leftBehind) removeTree(path);
      dropStoredFacts(db);
    }
    return { snapshots, going, runFolders, leftBehind, isDry };
  } finally {
    ledger.close();
  }
}

/**
 * Folders of runs whose time is over, with all that lies beside them under their names. The signatures stay: they name no
 * person of the register, and tell an older copy of the ledger from the newest.
 */
function goingRuns(
  ledger: Ledger,
  { db, runsFolder }: Pick<Installation, 'db' | 'runsFolder'>,
  retentionExpired: string | undefined,
): { runId: string; paths: string[] }[] {
  const usual = runsFolder ?? join(`${db}.d`, 'runs');
  return ledger.runFolderUses().flatMap((use) => {
    const runId = use.runs[0]?.runId ?? '';
    if (!mayGo(use, retentionExpired)) return [];
    const folders = [...new Set([dirname(use.folder), usual])].filter(isFolder);
    const paths = folders.flatMap((folder) =>
      listFolder(folder)
        .filter((name) => name === runId || (name.startsWith(`${runId}.`) && name !== `${runId}.approval`))
        .map((name) => join(folder, name)),
    );
    return paths.length === 0 ? [] : [{ runId, paths }];
  });
}

/** The newest extract says whose address is protected, in older runs too: without it everybody would count as protected. */
function newestExtracts(ledger: Ledger, folder: string): readonly string[] {
  const shelf = new SnapshotShelf({ folder, batches: ledger.batches() });
  try {
    return shelf.protection.newest;
  } finally {
    shelf.close();
  }
}

/** Half-built snapshots and run folders of work that was killed: they hold persons, and no act ever mentions them. */
function leftBehindOf({ db, runsFolder }: Pick<Installation, 'db' | 'runsFolder'>): string[] {
  const folders = [`${db}.d`, join(`${db}.d`, 'snapshots'), runsFolder ?? join(`${db}.d`, 'runs')];
  return folders.flatMap(leftBehindIn);
}
