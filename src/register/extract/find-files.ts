import { join } from 'node:path';
import {
  at,
  type Finding,
  finding,
  foldName,
  NorsktilskuddError,
  resemblesName,
  showInvisible,
  trimBlanks,
} from '../../domain';
import { fileSize, isFolder, listFolder } from '../../effects';
import { type FileSurvey, surveyFile } from '../reading/survey-file';
import { fileReject, type RejectLog } from '../rejects/reject-log';
import { TABLE_SPECS, TABLES, type TableName } from '../tables/table-specs';
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
  /** Tables without a file that can be read, which has been reported. */
  readonly atFault: readonly TableName[];
  /** Names of tables that nothing reads. */
  readonly ignored: readonly string[];
}

const EXTRACT_JSON = 'extract.json';

/**
 * Finds the tables of an extract under their English or Norwegian names, however these are written, and surveys them. A
 * table without a file, of which a file has a name that resembles it, is at fault.
 */
export function findExtractFiles(
  folder: string,
  rejects: RejectLog,
  findings: Finding[],
  progress: ProgressCounter,
  segmentBytes?: number,
): ExtractFiles {
  if (!isFolder(folder)) throw new NorsktilskuddError('input', 'EXTRACT_FOLDER_MISSING', { folder });
  const entries = listFolder(folder);
  const folders = entries.filter((name) => isFolder(join(folder, name)));
  const names = entries.filter((name) => !folders.includes(name));
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
  const reported = new Set<string>();
  for (const [table, present] of namesOf) {
    const alike = present.length === 0 ? alikeFiles(unknown, table) : [];
    for (const name of alike) reported.add(name);
    if (present.length === 1) tables.set(table, survey(table, at(present, 0)));
    else if (isAtFault(table, { present, alike, folders: filesOfTable(folders, table) }, rejects)) atFault.push(table);
  }
  const ignored = unknown.filter(isTableFile);
  for (const name of ignored.filter((each) => !reported.has(each))) {
    const file = showInvisible(name);
    findings.push(finding('warning', 'FILE_IGNORED', { file }, { file }));
  }
  const isJson = (name: string): boolean => foldName(name) === foldName(EXTRACT_JSON);
  const json = names.filter(isJson);
  if (json.length > 1) rejects.add(undefined, fileReject(at(json, 0), 'FILE_TWICE', { value: shown(json) }));
  const jsonFolders = json.length === 0 ? folders.filter(isJson) : [];
  for (const name of jsonFolders) rejects.add(undefined, fileReject(showInvisible(name), 'FILE_IS_FOLDER'));
  const extractJson = json.length === 1 ? survey('extract', at(json, 0)) : undefined;
  return { tables, extractJson, atFault, ignored };
}

/** What the folder holds under the names of a table: its files, files whose names resemble them, and folders. */
interface Candidates {
  readonly present: readonly string[];
  readonly alike: readonly string[];
  readonly folders: readonly string[];
}

/** Reports what is wrong with a table that has no file or several; false where it may be without one. */
function isAtFault(table: TableName, { present, alike, folders }: Candidates, rejects: RejectLog): boolean {
  const { fileNames, required } = TABLE_SPECS[table];
  const [english, norwegian] = fileNames;
  const params = { file: english, alias: norwegian };
  if (present.length > 1) rejects.add(table, fileReject(at(present, 0), 'FILE_TWICE', { value: shown(present) }));
  else if (folders.length > 0) rejects.add(table, fileReject(showInvisible(at(folders, 0)), 'FILE_IS_FOLDER'));
  else if (alike.length > 0) rejects.add(table, fileReject(english, 'FILE_RESEMBLES', { value: shown(alike) }, params));
  else if (required) rejects.add(table, fileReject(english, 'FILE_MISSING', {}, params));
  else return false;
  return true;
}

function shown(names: readonly string[]): string {
  return names.map(showInvisible).join(', ');
}

const CSV = /\.csv$/i;
/** What a table may end with that was saved or sent in another form. */
const OTHER_FORM = /\.(?:csv|txt|tsv|xlsx?|ods)$/i;

/** Files that a table may be: what ends in `.csv` and is not hidden, as the copies that some systems keep beside files are. */
function isTableFile(name: string): boolean {
  return CSV.test(trimBlanks(name)) && !name.startsWith('.');
}

/** Files under a name of a table, however it is written. */
function filesOfTable(names: readonly string[], table: TableName): string[] {
  const forms = TABLE_SPECS[table].fileNames.map((name) => foldName(stem(name)));
  return names.filter((name) => isTableFile(name) && forms.includes(foldName(stem(name))));
}

/** Files whose name resembles that of a table, or is its name with another ending; those of another table are not. */
function alikeFiles(names: readonly string[], table: TableName): string[] {
  const known = TABLE_SPECS[table].fileNames.map(stem);
  return names.filter((name) => {
    if (name.startsWith('.') || !(OTHER_FORM.test(trimBlanks(name)) || !name.includes('.'))) return false;
    const owner = TABLES.find((each) => TABLE_SPECS[each].fileNames.some((file) => isSame(stem(file), stem(name))));
    return owner === undefined ? known.some((each) => resemblesName(stem(name), each)) : owner === table;
  });
}

function isSame(first: string, second: string): boolean {
  return foldName(first) === foldName(second);
}

/** A name without its endings. */
function stem(name: string): string {
  let rest = trimBlanks(name);
  while (OTHER_FORM.test(rest)) rest = rest.replace(OTHER_FORM, '');
  return rest;
}

/** True for names that reading format 1 took for tables or reported as unknown ones: all that end in `.csv`. */
export function isFormerTableName(name: string): boolean {
  return CSV.test(name);
}
