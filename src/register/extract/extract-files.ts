import { join } from 'node:path';
import { at, type Finding, finding, foldName, NorsktilskuddError, showInvisible } from '../../domain';
import { fileSize, isFolder, listFolder } from '../../effects';
import { fileReject, type RejectLog } from '../rejects/reject-log';
import { type FileSurvey, surveyFile } from '../rows/survey-file';
import { TABLES, type TableName } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';
import { alikeFiles, filesOfTable, isTableFile } from './file-names';
import type { ProgressCounter } from './reading-progress';

/** A file of an extract as it stands on disk. */
export interface ExtractFile {
  readonly table: TableName | 'extract';
  readonly name: string;
  readonly path: string;
  readonly survey: FileSurvey;
}

/** The files of an extract by table. */
export interface ExtractFiles {
  readonly tables: ReadonlyMap<TableName, ExtractFile>;
  readonly extractJson: ExtractFile | undefined;
  /** Tables without a file that can be read, which has been told. */
  readonly atFault: readonly TableName[];
  /** Names of tables that nothing reads. */
  readonly ignored: readonly string[];
}

export const EXTRACT_JSON = 'extract.json';

/**
 * Finds the tables of an extract under their English or Norwegian names, however these are written, and surveys them. A
 * table without a file, of which a file has a name that resembles it, is at fault.
 */
export function findExtractFiles(
  folder: string,
  rejects: RejectLog,
  findings: Finding[],
  reading: { readonly progress: ProgressCounter; readonly segmentBytes: number | undefined },
): ExtractFiles {
  if (!isFolder(folder)) throw new NorsktilskuddError('input', 'EXTRACT_FOLDER_MISSING', { folder });
  const names = listFolder(folder).filter((name) => !isFolder(join(folder, name)));
  const { progress, segmentBytes } = reading;
  const namesOf = new Map(TABLES.map((table) => [table, filesOfTable(names, table)] as const));
  const known = [...namesOf.values()].flat();
  progress.begin(
    'survey',
    known.reduce((bytes, name) => bytes + fileSize(join(folder, name)), 0),
  );
  const survey = (table: ExtractFile['table'], name: string): ExtractFile => {
    const path = join(folder, name);
    return { table, name, path, survey: surveyFile(path, progress.add, segmentBytes) };
  };
  const unknown = names.filter((name) => !known.includes(name));
  const tables = new Map<TableName, ExtractFile>();
  const atFault: TableName[] = [];
  const told = new Set<string>();
  for (const [table, present] of namesOf) {
    const alike = present.length === 0 ? alikeFiles(unknown, table) : [];
    for (const name of alike) told.add(name);
    if (present.length === 1) tables.set(table, survey(table, at(present, 0)));
    else if (tellFault(table, present, alike, rejects)) atFault.push(table);
  }
  const ignored = unknown.filter(isTableFile);
  for (const name of ignored.filter((each) => !told.has(each))) {
    const file = showInvisible(name);
    findings.push(finding('warning', 'FILE_IGNORED', { file }, { file }));
  }
  const json = names.filter((name) => foldName(name) === foldName(EXTRACT_JSON));
  if (json.length > 1) rejects.add(undefined, fileReject(at(json, 0), 'FILE_TWICE', { value: shown(json) }));
  const extractJson = json.length === 1 ? survey('extract', at(json, 0)) : undefined;
  return { tables, extractJson, atFault, ignored };
}

/** Tells what is wrong with a table that has no file or several; false where it may be without one. */
function tellFault(
  table: TableName,
  present: readonly string[],
  alike: readonly string[],
  rejects: RejectLog,
): boolean {
  const { fileNames, required } = TABLE_SPECS[table];
  const [english, norwegian] = fileNames;
  const params = { file: english, alias: norwegian };
  if (present.length > 1) rejects.add(table, fileReject(at(present, 0), 'FILE_TWICE', { value: shown(present) }));
  else if (alike.length > 0) rejects.add(table, fileReject(english, 'FILE_RESEMBLES', { value: shown(alike) }, params));
  else if (required) rejects.add(table, fileReject(english, 'FILE_MISSING', {}, params));
  else return false;
  return true;
}

function shown(names: readonly string[]): string {
  return names.map(showInvisible).join(', ');
}
