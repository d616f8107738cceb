import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What stands under a name in a folder, links not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** True where others than the owner may read it; never on Windows, which has no such modes. */
  readonly isOpen: boolean;
}

const READABLE_BY_OTHERS = 0o044;

/** Everything that a folder holds, in the order of the names' characters. */
export function folderEntries(folder: string): FolderEntry[] {
  return readdirSync(folder)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => asEntry(name, lstatSync(join(folder, name))));
}

/** What stands at a path, links not followed; undefined where nothing does. */
export function entryOf(path: string): FolderEntry | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && asEntry(basename(path), stats);
}

function asEntry(name: string, stats: Stats): FolderEntry {
  const isOpen = process.platform !== 'win32' && (stats.mode & READABLE_BY_OTHERS) !== 0;
  if (stats.isSymbolicLink()) return { name, kind: 'link', isOpen };
  if (stats.isDirectory()) return { name, kind: 'folder', isOpen };
  return { name, kind: stats.isFile() ? 'file' : 'special', isOpen };
}

/**
 * The path of a file without links: that of the file itself, and where it is not there yet that of its folder with the
 * file's name. Absolute.
 */
export function realPath(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const folder = dirname(absolute);
  return existsSync(folder) ? join(realpathSync(folder), basename(absolute)) : absolute;
}

/** What tells a file apart from every other one of the machine, whatever its name; and how many names it has. */
export interface FileIdentity {
  readonly key: string;
  readonly names: number;
}

/** Identity of a file; undefined where there is none. */
export function fileIdentity(path: string): FileIdentity | undefined {
  if (!existsSync(path)) return undefined;
  const { dev, ino, nlink } = statSync(path);
  return { key: `${dev} ${ino}`, names: nlink };
}
