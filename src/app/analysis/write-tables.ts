import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import {
  discardTree,
  isFolder,
  listFolder,
  makePartFolder,
  pathExists,
  renameInto,
  writeWholeFile,
} from '../../effects';
import { type Cell, FolderFile, modeOf, type SealedFile, writeTableForPeople } from '../../payout';

/** A table for a CSV file. Rows are written in the order of their columns (data contract 4). */
export interface CsvTable {
  /** `forecast.csv` */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A file that has a writer of its own. */
export interface WrittenFile {
  readonly name: string;
  readonly write: (file: FolderFile) => SealedFile;
}

/** A file that is text already. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Writes tables into a new or empty folder: all of them or none. */
export function writeTables(folder: string, files: readonly (CsvTable | WrittenFile | TextFile)[]): void {
  if (pathExists(folder) && !isFolder(folder)) throw new NorsktilskuddError('usage', 'PATH_IS_FILE', { path: folder });
  if (pathExists(folder) && listFolder(folder).length > 0) {
    throw new NorsktilskuddError('usage', 'FOLDER_NOT_EMPTY', { folder });
  }
  const work = makePartFolder(folder);
  try {
    for (const file of files) writeOne(work, file);
    renameInto(work, folder);
  } catch (cause) {
    discardTree(work);
    throw cause;
  }
}

function writeOne(folder: string, file: CsvTable | WrittenFile | TextFile): void {
  const path = join(folder, file.name);
  if ('text' in file) {
    writeWholeFile(path, file.text);
    return;
  }
  const opened = new FolderFile(file.name, path, modeOf(file.name), () => undefined);
  if ('write' in file) file.write(opened);
  else writeTableForPeople(opened, file.columns, file.rows);
}
