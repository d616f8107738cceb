import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
    .map((name) => entryAt(folder, name));
}

/** What stands under a name in a folder that holds it. */
export function entryAt(folder: string, name: string): FolderEntry {
  const stats = lstatSync(join(folder, name));
  const isOpen = process.platform !== 'win32' && (stats.mode & READABLE_BY_OTHERS) !== 0;
  if (stats.isSymbolicLink()) return { name, kind: 'link', isOpen };
  if (stats.isDirectory()) return { name, kind: 'folder', isOpen };
  return { name, kind: stats.isFile() ? 'file' : 'special', isOpen };
}
