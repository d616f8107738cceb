import { join } from 'node:path';
import { isFolder, isPlainFile, listFolder, readText } from '../../effects';
import type { Ledger } from '../../ledger';

const MANIFEST_FILE = 'manifest.json';
const KEY_ID = /"pseudonym_key_id": "([0-9a-f]{16})"/;
/** Stands for the key of runs whose folders are gone. */
const UNKNOWN_KEY = '?';

/**
 * Ids of the pseudonym keys that the runs of a ledger name: its drafts and posted runs that have their folder, and the
 * folders beside it. Where it has runs and no folder is left, nobody can tell which key it was: `?`.
 *
 * @param ledger undefined where none is open: then the folders tell
 */
export function keyIdsInUse(db: string, ledger?: Pick<Ledger, 'batches'>): string[] {
  const beside = join(`${db}.d`, 'runs');
  const runs = (ledger?.batches() ?? []).filter(({ kind }) => kind === 'run');
  const folders = new Set([
    ...(isFolder(beside) ? listFolder(beside).map((name) => join(beside, name)) : []),
    ...runs.flatMap(({ runFolder }) => (runFolder === '' ? [] : [runFolder])),
  ]);
  const ids = new Set([...folders].flatMap((folder) => keyIdOf(join(folder, MANIFEST_FILE))));
  if (ids.size === 0 && runs.length > 0) ids.add(UNKNOWN_KEY);
  return [...ids].sort();
}

function keyIdOf(manifest: string): string[] {
  if (!isPlainFile(manifest)) return [];
  const id = KEY_ID.exec(readText(manifest))?.[1];
  return id === undefined ? [] : [id];
}
