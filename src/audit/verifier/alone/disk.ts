import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { type Entry, type Files, pathIn } from '../files';

/** The files of the machine, for a verifier that stands alone. Nothing is written, and no link is followed. */
export const DISK: Files = {
  entries: (folder) =>
    readdirSync(folder)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((name) => asEntry(name, lstatSync(pathIn(folder, name)))),
  entry(path) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats && asEntry(basename(path), stats);
  },
  open(path) {
    const descriptor = openSync(path, 'r');
    return {
      size: fstatSync(descriptor).size,
      read(buffer, position) {
        let filled = 0;
        for (let count = -1; count !== 0 && filled < buffer.length; filled += count) {
          count = readSync(descriptor, buffer, filled, buffer.length - filled, position + filled);
        }
        return filled;
      },
      close: () => closeSync(descriptor),
    };
  },
};

function asEntry(name: string, stats: Stats): Entry {
  if (stats.isSymbolicLink()) return { name, kind: 'link' };
  if (stats.isDirectory()) return { name, kind: 'folder' };
  return { name, kind: stats.isFile() ? 'file' : 'special' };
}
