import { join } from 'node:path';
import { formatDay, NorsktilskuddError } from '../domain';
import { fileSize, listFolder, pathExists } from '../effects';
import { type Ledger, mayGo, type SnapshotUse } from '../ledger';
import { openSnapshot } from '../register';

/** A snapshot of an extract: what it holds, what rests on it, and whether it may be deleted. */
export interface StoredSnapshot extends SnapshotUse {
  /** undefined where the file is gone. */
  readonly file: string | undefined;
  /** 0 where the file is gone. */
  readonly bytes: number;
  /** Day on which the extract was taken, empty where that is not known. */
  readonly takenAt: string;
  readonly persons: number;
  /** Data rows of all tables, rejected ones included. */
  readonly rows: number;
  /** True where the file cannot be read. */
  readonly damaged: boolean;
  /** True where the rules let it go without a date. */
  readonly prunable: boolean;
}

/** Every snapshot that is stored or that the ledger knows, in the order of their ids. */
export function storedSnapshots(ledger: Ledger, folder: string): StoredSnapshot[] {
  const uses = new Map(ledger.snapshotUses().map((use) => [use.snapshot, use]));
  const stored = pathExists(folder) ? listFolder(folder).filter((name) => name.endsWith('.db')) : [];
  const ids = new Set([...uses.keys(), ...stored.map((name) => name.slice(0, -'.db'.length))]);
  return [...ids].sort().map((snapshot) => {
    const use = uses.get(snapshot) ?? { snapshot, runs: [], hold: '' as const, postedOn: '', prunedOn: '' };
    const file = join(folder, `${snapshot}.db`);
    const isStored = pathExists(file);
    const content = isStored ? contentOf(file) : GONE;
    return { ...use, ...content, file: isStored ? file : undefined, prunable: isStored && mayGo(use, undefined) };
  });
}

type Content = Pick<StoredSnapshot, 'bytes' | 'takenAt' | 'persons' | 'rows' | 'damaged'>;
const GONE: Content = { bytes: 0, takenAt: '', persons: 0, rows: 0, damaged: false };

function contentOf(file: string): Content {
  const bytes = fileSize(file);
  try {
    const snapshot = openSnapshot(file);
    try {
      const takenAt = snapshot.takenAt === null ? '' : formatDay(snapshot.takenAt);
      const rows = snapshot.files.reduce((sum, table) => sum + table.rows, 0);
      return { bytes, takenAt, persons: snapshot.personCount, rows, damaged: false };
    } finally {
      snapshot.close();
    }
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return { ...GONE, bytes, damaged: true };
  }
}
