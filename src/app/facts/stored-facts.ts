import { join } from 'node:path';
import { removeTree } from '../../effects';

/** Folder of the stored fact tables of a ledger. */
export function factFolderOf(db: string): string {
  return join(`${db}.d`, 'facts');
}

/**
 * Removes every stored fact table. They name persons and can be worked out again from a snapshot, so they go whenever
 * snapshots or persons go.
 */
export function dropStoredFacts(db: string): void {
  removeTree(factFolderOf(db));
}
