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
  const parent = dirname(finalPath);
  mkdirSync(parent, { recursive: true });
  removeLeftovers(parent, basename(finalPath));
  const path = join(parent, `${basename(finalPath)}.${process.pid}.part`);
  removeTree(path);
  mkdirSync(path);
  return path;
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
