import { JSON_BYTES_MAX, type JsonFile, jsonOfFile, NorsktilskuddError } from '../domain';
import { errorCodeOf, kindOfPath, readBytes } from '../effects';

/** What a machine says of a file that is there and cannot be read. */
const UNREADABLE: readonly string[] = ['EACCES', 'EPERM', 'EIO'];

/**
 * Reads a file that the user named, on the command line, in the environment or in norsktilskudd.json.
 *
 * @param flag that names it, for whom the message is
 * @param largest bytes that a file of its kind may hold
 * @throws NorsktilskuddError usage GIVEN_FILE_MISSING or GIVEN_FILE_IS_FOLDER, input GIVEN_FILE_UNREADABLE; what the
 *   machine says of any other (links in a circle, a pipe or device, a file too large)
 */
export function readGivenFile(file: string, flag: string, largest?: number): Buffer {
  const kind = kindOfPath(file);
  if (kind === 'none') throw new NorsktilskuddError('usage', 'GIVEN_FILE_MISSING', { file, flag });
  if (kind === 'folder') throw new NorsktilskuddError('usage', 'GIVEN_FILE_IS_FOLDER', { file, flag });
  try {
    return readBytes(file, largest);
  } catch (cause) {
    if (!UNREADABLE.includes(errorCodeOf(cause) ?? '')) throw cause;
    throw new NorsktilskuddError('input', 'GIVEN_FILE_UNREADABLE', { file, flag });
  }
}

/**
 * Reads a JSON file that the user named: UTF-8, or UTF-16 with its mark, as PowerShell writes it.
 *
 * @throws NorsktilskuddError input where it is no JSON or beyond the limits (data contract 1); as readGivenFile
 */
export function readGivenJson(file: string, flag: string): JsonFile {
  return jsonOfFile(readGivenFile(file, flag, JSON_BYTES_MAX), file);
}
