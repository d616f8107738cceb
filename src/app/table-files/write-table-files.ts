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
import type { Language } from '../../messages';
import { FolderFile, RESTRICTED_MODE, writeTableForPeople } from '../../payout';
import { parquetBytes } from './parquet-file';
import { type CheckedTable, checkedTable, dictionaryOf, type TableFile } from './table-file';
import { csvForExcel, type TableKind } from './table-kinds';
import { type Front, tableWorkbook } from './table-workbook';

/** What a command writes. */
export interface TableSet {
  /** Name of the workbook: `size` */
  readonly name: string;
  readonly tables: readonly TableFile[];
  /** Files that are no tables, whatever the kind of the tables. */
  readonly others?: readonly OtherFile[];
  readonly front: Front;
}

/** A drawing, or a file that other commands read as it stands. */
export interface OtherFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isRestricted?: boolean;
}

/** How tables are written. */
export interface TableForm {
  readonly kind: TableKind;
  readonly language: Language;
}

/**
 * Writes tables into a new or empty folder, all of them or none, with a dictionary of their columns beside them: one file a
 * table, or one workbook for all.
 *
 * @throws NorsktilskuddError usage PATH_IS_FILE, FOLDER_NOT_EMPTY, TABLE_TOO_LONG
 */
export async function writeTableFiles(folder: string, set: TableSet, { kind, language }: TableForm): Promise<void> {
  if (pathExists(folder) && !isFolder(folder)) throw new NorsktilskuddError('usage', 'PATH_IS_FILE', { path: folder });
  if (pathExists(folder) && listFolder(folder).length > 0) {
    throw new NorsktilskuddError('usage', 'FOLDER_NOT_EMPTY', { folder });
  }
  const tables = set.tables.map(checkedTable);
  const work = makePartFolder(folder);
  try {
    if (kind === 'xlsx') {
      const isRestricted = tables.some((table) => table.isRestricted);
      const content = await tableWorkbook(tables, set.front, language);
      writeOther(work, { name: `${set.name}.xlsx`, content, isRestricted });
    } else
      for (const table of [...tables, dictionaryOf(tables)])
        writeTable(work, table, table.isReadBack && kind === 'csv-excel' ? 'csv' : kind);
    // What other commands read stands there as they read it.
    if (kind === 'xlsx' || kind === 'parquet')
      for (const table of tables) if (table.isReadBack) writeTable(work, table, 'csv');
    for (const other of set.others ?? []) writeOther(work, other);
    renameInto(work, folder);
  } catch (cause) {
    discardTree(work);
    throw cause;
  }
}

/** A set as the bytes of its workbook. */
export function bookBytes({ tables, front }: TableSet, language: Language): Promise<Buffer> {
  return tableWorkbook(tables.map(checkedTable), front, language);
}

function writeTable(folder: string, table: CheckedTable, kind: Exclude<TableKind, 'xlsx'>): void {
  const { name, columns, rows, isRestricted } = table;
  if (kind === 'csv') {
    const file = `${name}.csv`;
    const opened = new FolderFile(file, join(folder, file), modeOf(isRestricted), () => undefined);
    const names = columns.map((column) => column.name);
    writeTableForPeople(opened, names, rows);
  } else if (kind === 'csv-excel')
    writeOther(folder, { name: `${name}.csv`, content: csvForExcel(table), isRestricted });
  else writeOther(folder, { name: `${name}.parquet`, content: parquetBytes(table), isRestricted });
}

function writeOther(folder: string, { name, content, isRestricted = false }: OtherFile): void {
  writeWholeFile(join(folder, name), content, modeOf(isRestricted));
}

function modeOf(isRestricted: boolean): number {
  return isRestricted ? RESTRICTED_MODE : 0o644;
}
