import { join } from 'node:path';
import { errorDetail, JsonFault, NorsktilskuddError, parseDay, parseJson, type RunRequest, sha256Hex } from '../domain';
import { entryOf, folderEntries, openReader, pathExists, readBytes, readText } from '../effects';
import type { BatchInfo } from '../ledger';
import { type Files, hashFile } from './verifier/files';
import { MANIFEST, type RunManifest } from './verifier/manifest-shape';

/** The files of the machine, as the verifier reads them. */
export const DISK: Files = { entries: folderEntries, entry: entryOf, open: openReader };

/** SHA-256 of a file, read in pieces; 64 hex digits. */
export function hashOfFile(path: string): string {
  return hashFile(DISK, path).sha256;
}

/** A manifest as it stands in its file; its published schema is manifest.schema.json. */
export type Manifest = RunManifest;

/** The manifest of a text that this program has written. */
export function manifestOf(text: string): Manifest {
  const manifest = parseJson(text);
  const faults: string[] = [];
  if (MANIFEST(manifest, (path, reason) => faults.push(`${path}: ${reason}`))) return manifest;
  throw new SyntaxError(faults.join('\n'));
}

/**
 * Manifest of a batch's run folder, held to the hash that the ledger has.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function readManifest(folder: string, batch: BatchInfo): Manifest {
  const path = join(folder, 'manifest.json');
  if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder });
  const bytes = readBytes(path);
  if (sha256Hex(bytes) !== batch.manifestHash) throw changed(folder, path);
  const manifest: Manifest = JSON.parse(bytes.toString('utf8'));
  return manifest;
}

/**
 * Manifest of a run folder as it stands there, held to its shape alone.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_CHANGED where it is none
 */
export function manifestInFolder(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  try {
    return manifestOf(readText(path));
  } catch (cause) {
    throw cause instanceof SyntaxError || cause instanceof JsonFault ? changed(folder, path) : cause;
  }
}

/** Text of a file of the run folder, held to the manifest's hash of it. */
export function readSealedText(folder: string, manifest: Manifest, name: string): string {
  const path = join(folder, name);
  const sealed = manifest.files.find((file) => file.name === name);
  const bytes = pathExists(path) ? readBytes(path) : undefined;
  if (bytes === undefined || sha256Hex(bytes) !== sealed?.sha256) throw changed(folder, path);
  return bytes.toString('utf8');
}

/**
 * Makes sure that files of the run folder, read whole afterwards, are the sealed ones.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_CHANGED
 */
export function requireSealed(folder: string, manifest: Manifest, names: readonly string[]): void {
  for (const name of names) {
    const path = join(folder, name);
    const sealed = manifest.files.find((file) => file.name === name);
    if (!pathExists(path) || hashOfFile(path) !== sealed?.sha256) throw changed(folder, path);
  }
}

/** What the run was asked for. */
export function requestOf({ identity, extract }: Manifest): RunRequest {
  return {
    grantYear: identity.grant_year,
    term: identity.term,
    asOf: parseDay(identity.as_of) ?? 0,
    takenAt: parseDay(extract.taken_at),
    excluded: identity.excluded,
  };
}

function changed(folder: string, file: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, [
    errorDetail('RUN_FILE_CHANGED', { file }),
  ]);
}
