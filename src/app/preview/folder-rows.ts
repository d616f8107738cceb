import { join } from 'node:path';
import { csvObjects } from '../../domain';
import { pathExists, readText } from '../../effects';

export type FolderRow = Readonly<Record<string, string>>;

/** Rows of a CSV file of a run folder by column name; none where the folder has no such file. */
export function folderRows(folder: string, name: string): FolderRow[] {
  const path = join(folder, name);
  return folder === '' || !pathExists(path) ? [] : csvObjects(readText(path));
}
