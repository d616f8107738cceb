import { NorsktilskuddError } from '../domain';
import { isFolder, pathExists, readBytes } from '../effects';

/** What a machine says of a file that is there and cannot be read. */
const UNREADABLE: readonly unknown[] = ['EACCES', 'EPERM', 'EIO'];

/**
 * Reads a file that the user named, on the command line, in the environment or in norsktilskudd.json.
 *
 * @param flag that names it, for whom the message is
 * @throws NorsktilskuddError usage GIVEN_FILE_MISSING or GIVEN_FILE_IS_FOLDER, input GIVEN_FILE_UNREADABLE
 */
export function readGivenFile(file: string, flag: string): Buffer {
  if (!pathExists(file)) throw new NorsktilskuddError('usage', 'GIVEN_FILE_MISSING', { file, flag });
  if (isFolder(file)) throw new NorsktilskuddError('usage', 'GIVEN_FILE_IS_FOLDER', { file, flag });
  try {
    return readBytes(file);
  } catch (cause) {
    if (typeof cause !== 'object' || cause === null || !('code' in cause)) throw cause;
    if (!UNREADABLE.includes(cause.code)) throw cause;
    throw new NorsktilskuddError('input', 'GIVEN_FILE_UNREADABLE', { file, flag });
  }
}
