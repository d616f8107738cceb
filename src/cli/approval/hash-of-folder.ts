import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { pathExists, readBytes, readText } from '../../effects';
import { MANIFEST_FILE, SEAL_FILE } from '../../payout';
import { sha256 } from '../run/rule-inputs';

/**
 * Hash of a run folder's manifest, after every file that it names has been hashed again.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function hashOfFolder(folder: string): string {
  const path = join(folder, MANIFEST_FILE);
  if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder });
  const bytes = readBytes(path);
  const hash = sha256(bytes);
  const wrong = filesOf(bytes.toString('utf8'))
    .filter(
      ({ name, sha256: sealed }) => !pathExists(join(folder, name)) || sha256(readBytes(join(folder, name))) !== sealed,
    )
    .map(({ name }) => ({ code: 'RUN_FILE_CHANGED', params: { file: join(folder, name) } }));
  if (readText(join(folder, SEAL_FILE)) !== `${hash}  ${MANIFEST_FILE}\n`) {
    wrong.push({ code: 'RUN_FILE_CHANGED', params: { file: path } });
  }
  if (wrong.length > 0) throw new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, wrong);
  return hash;
}

/** Files that a manifest names with their hashes. */
export function filesOf(manifest: string): readonly { readonly name: string; readonly sha256: string }[] {
  const { files }: { files: readonly { name: string; sha256: string }[] } = JSON.parse(manifest);
  return files;
}
