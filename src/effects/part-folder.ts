import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { faultPoint } from './faults';
import { removeTree } from './files';

/**
 * Makes the folder in which something is built before it gets its final name: `<name>.<process>.part` beside it. What
 * a process that is gone left behind under such a name is removed first.
 */
export function makePartFolder(finalPath: string): string {
  faultPoint('file.mkdir');
  mkdirSync(dirname(finalPath), { recursive: true });
  removePartFolders(finalPath);
  const path = partFolderOf(finalPath);
  mkdirSync(path);
  return path;
}

/** Removes what this process, or one that is gone, left behind of the building of a file or folder. */
export function removePartFolders(finalPath: string): void {
  removeLeftovers(dirname(finalPath), basename(finalPath));
  if (existsSync(partFolderOf(finalPath))) removeTree(partFolderOf(finalPath));
}

function partFolderOf(finalPath: string): string {
  return join(dirname(finalPath), `${basename(finalPath)}.${process.pid}.part`);
}

function removeLeftovers(parent: string, name: string): void {
  if (!existsSync(parent)) return;
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith('.part')) continue;
    const owner = Number(entry.slice(name.length + 1, -'.part'.length));
    if (Number.isSafeInteger(owner) && owner > 0 && !isRunning(owner)) removeTree(join(parent, entry));
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
