import { entryOf, folderEntries, openReader } from '../../effects';
import { type Files, hashFile } from '../verifier/files';

/** The files of the machine, as the verifier reads them. */
export const DISK: Files = { entries: folderEntries, entry: entryOf, open: openReader };

/** SHA-256 of a file, read in pieces; 64 hex digits. */
export function hashOfFile(path: string): string {
  return hashFile(DISK, path).sha256;
}
