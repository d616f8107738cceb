import { createHash, type Hash } from 'node:crypto';
import { extname, join, relative, resolve } from 'node:path';
import { SHIPPED_FILES } from '../../rules';
import { isFolder, listFolder, readBytes } from '../effects';
import { programVersion } from './program-files';
import { shippedDataFolder } from './tables/read-tables';

/** The program that made a result, as the manifest and the journal name it. */
export interface ProgramBuild {
  readonly version: string;
  /** SHA-256 over the program's own code as it runs, 64 hex digits. */
  readonly buildSha256: string;
}

/** Where code lies, from the folder of this file: bundles, or sources where the program runs uncompiled (tests). */
const BUNDLED = { base: '..', folders: ['dist'], extension: '.js' };
const UNCOMPILED = { base: '../..', folders: ['rules', 'src'], extension: '.ts' };

/**
 * Version and hash of the running program: every code file with its name, in the order of the names, and every table that
 * decides results.
 */
export function programBuild(): ProgramBuild {
  codeHash ??= hashOfCode();
  const hash = codeHash.copy();
  // The tables that decide results stand in the code by their hashes; a changed one makes another build all the same.
  for (const name of Object.values(SHIPPED_FILES)) {
    const bytes = readBytes(join(shippedDataFolder(), name));
    hash.update(`rules/data/${name} ${bytes.length}\n`).update(bytes);
  }
  return { version: programVersion(), buildSha256: hash.digest('hex') };
}

/** Held from the first call on: what runs is what was loaded, whatever is installed over it meanwhile. */
let codeHash: Hash | undefined;

function hashOfCode(): Hash {
  const { base: up, folders, extension } = extname(__filename) === '.ts' ? UNCOMPILED : BUNDLED;
  const base = resolve(__dirname, up);
  const hash = createHash('sha256');
  for (const file of folders.flatMap((folder) => codeFiles(join(base, folder), extension))) {
    const bytes = readBytes(file);
    hash.update(`${relative(base, file)} ${bytes.length}\n`).update(bytes);
  }
  return hash;
}

/** The build in one word, for the journal: `0.1.0+0123456789ab`. */
export function buildName(build: ProgramBuild): string {
  return `${build.version}+${build.buildSha256.slice(0, 12)}`;
}

function codeFiles(folder: string, extension: string): string[] {
  return listFolder(folder).flatMap((name) => {
    const path = join(folder, name);
    if (isFolder(path)) return codeFiles(path, extension);
    return extname(name) === extension ? [path] : [];
  });
}
