import { dirname, join } from 'node:path';
import { assert } from '../domain';
import { pathExists, readText } from '../effects';

/** Folder of the installed program: the nearest one above this file that holds its package.json. */
export function programFolder(): string {
  let folder = __dirname;
  while (!pathExists(join(folder, 'package.json'))) {
    assert(dirname(folder) !== folder, 'package.json of the program is missing');
    folder = dirname(folder);
  }
  return folder;
}

/** Version of the program. */
export function programVersion(): string {
  const { version }: { version: string } = JSON.parse(readText(join(programFolder(), 'package.json')));
  return version;
}
