import { join } from 'node:path';
import { at, type Finding, finding, NorsktilskuddError } from '../../domain';
import { fileSize, isFolder, listFolder } from '../../effects';
import { fileReject, type RejectLog } from '../rejects/reject-log';
import { type FileSurvey, surveyFile } from '../rows/survey-file';
import { TABLES, type TableName } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';
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

/** Finds the tables of an extract under their English or Norwegian names and surveys them. */
export function findExtractFiles(
  folder: string,
  rejects: RejectLog,
  findings: Finding[],
  reading: { readonly progress: ProgressCounter; readonly segmentBytes: number | undefined },
): ExtractFiles {
  if (!isFolder(folder)) throw new NorsktilskuddError('input', 'EXTRACT_FOLDER_MISSING', { folder });
  const names = listFolder(folder).filter((name) => !isFolder(join(folder, name)));
  const { progress, segmentBytes } = reading;
  progress.begin('survey', bytesOfTables(folder, names));
  const survey = (table: ExtractFile['table'], name: string): ExtractFile => {
    const path = join(folder, name);
    return { table, name, path, survey: surveyFile(path, progress.add, segmentBytes) };
  };
  const tables = new Map<TableName, ExtractFile>();
  const atFault: TableName[] = [];
  for (const table of TABLES) {
    const spec = TABLE_SPECS[table];
    const present = names.filter((name) => spec.fileNames.includes(name));
    const [english, norwegian] = spec.fileNames;
    if (present.length > 1) {
      rejects.add(table, fileReject(at(present, 0), 'FILE_TWICE', { value: present.join(', ') }));
      atFault.push(table);
    } else if (present.length === 1) {
      tables.set(table, survey(table, at(present, 0)));
    } else if (spec.required) {
      rejects.add(table, fileReject(english, 'FILE_MISSING', {}, { file: english, alias: norwegian }));
      atFault.push(table);
    }
  }
  const known = TABLES.flatMap((table) => TABLE_SPECS[table].fileNames);
  const ignored = names.filter((name) => /\.csv$/i.test(name) && !known.includes(name));
  for (const name of ignored) findings.push(finding('warning', 'FILE_IGNORED', { file: name }, { file: name }));
  const extractJson = names.includes(EXTRACT_JSON) ? survey('extract', EXTRACT_JSON) : undefined;
  return { tables, extractJson, atFault, ignored };
}

function bytesOfTables(folder: string, names: readonly string[]): number {
  const known = TABLES.flatMap((table) => TABLE_SPECS[table].fileNames);
  const read = names.filter((name) => known.includes(name));
  return read.reduce((bytes, name) => bytes + fileSize(join(folder, name)), 0);
}
