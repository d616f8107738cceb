import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

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
