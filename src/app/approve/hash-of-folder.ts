import { join } from 'node:path';
import { errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { folderEntries, pathExists, readBytes } from '../../effects';
import { MANIFEST_FILE, SEAL_FILE } from '../../payout';

/**
 * Hash of a run folder's manifest, after every file that it names has been hashed again.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function hashOfFolder(folder: string): string {
  const path = join(folder, MANIFEST_FILE);
  if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder });
  const bytes = readBytes(path);
  const hash = sha256Hex(bytes);
  // What is named outside the folder, or is no plain file within it, is never opened.
  const plain = new Set(folderEntries(folder).flatMap(({ name, kind }) => (kind === 'file' ? [name] : [])));
  const contentOf = (name: string): Buffer | undefined => (plain.has(name) ? readBytes(join(folder, name)) : undefined);
  if (contentOf(SEAL_FILE)?.toString('latin1') !== `${hash}  ${MANIFEST_FILE}\n`)
    throw changed(folder, [MANIFEST_FILE]);
  const wrong = filesOf(bytes.toString('utf8'), folder).filter(({ name, sha256: sealed }) => {
    const content = contentOf(name);
    return content === undefined || sha256Hex(content) !== sealed;
  });
  if (wrong.length > 0)
    throw changed(
      folder,
      wrong.map(({ name }) => name),
    );
  return hash;
}

/**
 * Files that a manifest names with their hashes.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_CHANGED where it is no JSON
 */
function filesOf(manifest: string, folder: string): readonly { readonly name: string; readonly sha256: string }[] {
  try {
    const { files }: { files: readonly { name: string; sha256: string }[] } = JSON.parse(manifest);
    return files;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw changed(folder, [MANIFEST_FILE]);
  }
}

function changed(folder: string, names: readonly string[]): NorsktilskuddError {
  const details = names.map((name) => errorDetail('RUN_FILE_CHANGED', { file: join(folder, name) }));
  return new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, details);
}
