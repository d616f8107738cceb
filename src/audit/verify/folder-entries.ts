import { join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../../domain';
import { type FolderEntry, folderEntries } from '../../effects';
import { RESTRICTED_FILES } from '../../payout';
import type { Problems } from './problems';

/**
 * Names in a folder of sealed files. What is no plain file is told and never opened: a link leads to what is not sealed
 * here, a pipe or a device never ends.
 *
 * @returns false where something is not a plain file: then nothing of the folder is to be read
 */
export function checkEntries(folder: string, problems: Problems): boolean {
  const odd = folderEntries(folder).filter(({ kind }) => kind !== 'file');
  for (const { name, kind } of odd) {
    problems.add(kind === 'link' ? 'VERIFY_ENTRY_LINK' : 'VERIFY_ENTRY_NOT_FILE', join(folder, name));
  }
  return odd.length === 0;
}

/** Restricted files that others than their owner may read: no fault of what they say, but worth a word. */
export function openFiles(folder: string): ErrorDetail[] {
  const isLeftOpen = ({ name, isOpen }: FolderEntry): boolean => isOpen && RESTRICTED_FILES.includes(name);
  const names = folderEntries(folder).filter(isLeftOpen);
  if (names.length === 0) return [];
  return [errorDetail('VERIFY_OPEN_TO_OTHERS', { folder, files: names.map(({ name }) => name).join(', ') })];
}

/** Whether a name can only be that of a file within a folder: no path, nothing that a terminal would obey. */
export function isNameWithin(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\\p{C}\p{Zl}\p{Zp}]/u.test(name);
}
