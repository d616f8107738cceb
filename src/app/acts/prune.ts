import { join } from 'node:path';
import { accessLogPath, logAccess, type StoredSnapshot, storedSnapshots } from '../../audit';
import { leftBehindIn, removeTree } from '../../effects';
import {
  ALL_POSTED,
  type ContentUse,
  type Deletable,
  type DeletionAnswer,
  type Ledger,
  mayGo,
  openLedger,
  prunedRunName,
  RUN_PARTS,
  type RunPart,
  type SignedActBy,
} from '../../ledger';
import { actingKey } from '../approve/acting-key';
import { dropStoredFacts } from '../facts/stored-facts';
import type { Installation } from '../installation';
import { SnapshotShelf } from '../privacy/known-protection';
import { type Act, type ActingInstallation, actBy } from './act';
import { type GoingRun, goingRuns } from './run-parts';

/** What else than snapshots is asked for: folders of runs with what lies beside them, letters or reports alone, contents. */
export type Prunable = Readonly<Record<RunPart | Deletable, boolean>>;

export interface PruneRequest extends Act, Prunable {
  /** `YYYY-MM-DD`: what was posted, received or closed before goes too. */
  readonly retentionExpired: string | undefined;
  /** Nothing is deleted: only told what would be. */
  readonly dryRun: boolean;
}

/** Contents of receipts or cases that go: deleted, or proposed by somebody until another confirms it. */
export interface GoingContents extends DeletionAnswer {
  readonly what: Deletable;
}

/** A receipt or case whose content stays. */
export interface KeptContent extends Pick<ContentUse, 'item' | 'hold'> {
  readonly what: Deletable;
}

/** What went, or would go, and what stays. */
export interface Pruning {
  readonly snapshots: readonly StoredSnapshot[];
  readonly going: readonly StoredSnapshot[];
  readonly runFolders: readonly GoingRun[];
  readonly contents: readonly GoingContents[];
  /** Receipts and cases that were asked for and stay, with why. */
  readonly kept: readonly KeptContent[];
  readonly leftBehind: readonly string[];
  readonly isDry: boolean;
}

/** Deletes what nothing needs any more or whose time is over, and what broken-off work has left behind. */
export function pruneSnapshots(
  installation: ActingInstallation & Pick<Installation, 'runsFolder'>,
  { retentionExpired, dryRun: isDry, actor, reason, acceptClock, ...asked }: PruneRequest,
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
    const parts = RUN_PARTS.filter((part) => asked[part]);
    const runFolders = goingRuns(ledger, installation, parts, retentionExpired);
    const wanted = goingContents(ledger, asked, retentionExpired);
    const kept = keptContents(ledger, asked, wanted);
    if (isDry) return { snapshots, going, runFolders, contents: wanted, kept, leftBehind, isDry };
    ledger.refuseBehind();
    const by = { ...actBy({ actor, reason, acceptClock }), ...actingKey(installation, ledger) };
    const names = [
      ...going.map(({ snapshot }) => snapshot),
      ...runFolders.map(({ part, runId }) => prunedRunName(runId, part)),
      ...wanted.flatMap(({ what, items }) => items.map((item) => `${what}/${item}`)),
    ];
    if (names.length > 0) logDeletion(db, by, names);
    for (const { snapshot, file } of going) {
      // First the record, then the file: killed in between, the next call finds the file and deletes it.
      ledger.recordPruning(snapshot, by, retentionExpired);
      if (file !== undefined) removeTree(file);
    }
    for (const { part, runId, paths } of runFolders) {
      ledger.recordPruning(prunedRunName(runId, part), by, retentionExpired);
      for (const path of paths) removeTree(path);
    }
    const contents = wanted.flatMap(({ what }) => {
      const answer = ledger.deleteContents(what, retentionExpired ?? '', by);
      return answer === undefined ? [] : [{ what, ...answer }];
    });
    for (const path of leftBehind) removeTree(path);
    dropStoredFacts(db);
    return { snapshots, going, runFolders, contents, kept, leftBehind, isDry };
  } finally {
    ledger.close();
  }
}

/** Who deletes what, before it goes. */
function logDeletion(db: string, { actor, at, reason = '' }: SignedActBy, subjects: readonly string[]): void {
  logAccess(accessLogPath(db), { kind: 'delete', actor, at, runId: '', subjects, purpose: reason });
}

const KINDS = ['receipts', 'cases'] as const satisfies readonly Deletable[];

function keptContents(ledger: Ledger, asked: Prunable, going: readonly GoingContents[]): KeptContent[] {
  return KINDS.filter((what) => asked[what]).flatMap((what) => {
    const gone = going.find((one) => one.what === what)?.items ?? [];
    const uses = ledger.contentUses(what).filter(({ item, deletedOn }) => deletedOn === '' && !gone.includes(item));
    return uses.map(({ item, hold }) => ({ what, item, hold }));
  });
}

/** Contents that may go, in the order in which they are deleted; none without the day on which their time was over. */
function goingContents(ledger: Ledger, asked: Prunable, retentionExpired: string | undefined): GoingContents[] {
  if (retentionExpired === undefined) return [];
  return KINDS.filter((what) => asked[what]).flatMap((what) => {
    const items = ledger.goingContents(what, retentionExpired);
    return items.length === 0 ? [] : [{ what, items, proposedBy: '', isDeleted: false }];
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
