import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCodeOf } from './error-code';
import { faultPoint } from './faults';
import { discardTree, removeTree, renameInto } from './files';
import { temporaryFolder } from './system';

const OWNER_ALONE = 0o700;

/**
 * Makes the folder in which something is built before it gets its final name: `<name>.<process>.part` beside it. What
 * a process that is gone left behind under such a name is removed first.
 */
export function makePartFolder(finalPath: string): string {
  return makeFolderFor(finalPath);
}

/**
 * Makes a folder for work that nobody keeps, in the folder for temporary files and for its owner alone: registers are
 * read in it. What a process of that purpose left behind that is gone is removed first.
 */
export function makeWorkFolder(purpose: string): string {
  return makeFolderFor(join(temporaryFolder(), `norsktilskudd-${purpose}`), OWNER_ALONE);
}

function makeFolderFor(finalPath: string, mode?: number): string {
  faultPoint('file.mkdir');
  mkdirSync(dirname(finalPath), { recursive: true });
  removePartFolders(finalPath);
  const path = partFolderOf(finalPath);
  mkdirSync(path, mode);
  return path;
}

/**
 * Gives a folder that has been built its final name. What stands there gives way whole: it is moved aside and then removed,
 * so that nobody who is stopped meanwhile leaves half of it under that name. Where the name cannot be given, it comes back.
 */
export function replaceFolder(built: string, finalPath: string): void {
  if (!existsSync(finalPath)) {
    renameInto(built, finalPath);
    return;
  }
  const before = join(makePartFolder(`${finalPath}.before`), basename(finalPath));
  try {
    renameInto(finalPath, before);
    renameInto(built, finalPath);
  } catch (cause) {
    if (existsSync(before) && !existsSync(finalPath)) renameInto(before, finalPath);
    throw cause;
  } finally {
    if (existsSync(finalPath)) discardTree(dirname(before));
  }
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
  for (const path of leftBehindIn(parent)) {
    const isOfName = basename(path).replace(/\.\d+\.part$/, '') === name;
    if (isOfName) removeIfOurs(path);
  }
}

/** Another account's leftovers in a folder that all use are for that account to remove. */
function removeIfOurs(path: string): void {
  try {
    removeTree(path);
  } catch (cause) {
    if (!['EACCES', 'EPERM'].includes(errorCodeOf(cause) ?? '')) throw cause;
  }
}

/** Paths of what processes that are gone have left half-built in a folder, in the order of their names. */
export function leftBehindIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => {
      const owner = Number(/\.(\d+)\.part$/.exec(entry)?.[1]);
      return Number.isSafeInteger(owner) && owner > 0 && !isRunning(owner);
    })
    .sort()
    .map((entry) => join(folder, entry));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    return errorCodeOf(cause) === 'EPERM';
  }
}
