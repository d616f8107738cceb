import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ExtractRejected,
  type ImportOptions,
  type ImportResult,
  importExtract,
  openSnapshot,
  type Reject,
} from '../../../src/register';
import { shippedRules } from '../../support/shipped';
import { temporaryFolder } from '../../support/temporary-folder';

/** Contents of an extract's files by name. */
export type ExtractContents = Readonly<Record<string, string | Buffer>>;

/** Two persons with everything that a register must have, and nothing wrong. */
export const SMALL_EXTRACT = {
  'persons.csv': [
    'person_id,national_id,birth_date,country_background,registered_on',
    '201912345601,,1990-05-17,SYR,2018-01-10',
    '201912345602,,1985-02-28,SOM,2018-01-10',
    '',
  ].join('\n'),
  'target_group.csv': [
    'target_group_id,person_id,law,category,permit_granted_on,entered_on,left_on,registered_on',
    'T1,201912345601,introduksjonsloven,right_and_duty,2017-11-01,2018-01-05,,2018-01-10',
    'T2,201912345602,introduksjonsloven,right,2017-11-01,2018-01-05,2018-06-01,2018-01-10',
    '',
  ].join('\n'),
  'decisions.csv': [
    'decision_id,person_id,kommune,kind,outcome,decided_on,training_starts_on,registered_on',
    'D1,201912345601,0301,norwegian_and_social_studies,granted,2018-02-01,2018-02-15,2018-02-02',
    '',
  ].join('\n'),
  'residence.csv': [
    'person_id,kommune,kind,from_date,to_date,registered_on',
    '201912345601,0301,registered,2018-01-05,,2018-01-10',
    '201912345602,0101,registered,2018-01-05,2018-05-31,2018-01-10',
    '',
  ].join('\n'),
  'hours.csv': [
    'hours_id,person_id,kommune,month,category,hours,absence_hours,source,registered_on',
    'H1,201912345601,0301,2018-03,norwegian,40.5,2,nir_web,2018-04-02',
    '',
  ].join('\n'),
} as const satisfies ExtractContents;

/** Writes an extract into a folder of its own: the small one with other contents for some files, undefined for none. */
export function writeExtract(changes: Readonly<Record<string, string | Buffer | undefined>> = {}): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries<string | Buffer | undefined>({ ...SMALL_EXTRACT, ...changes })) {
    if (content !== undefined) writeFileSync(join(folder, name), content);
  }
  return folder;
}

const PLACES = shippedRules().places;

export type TestImportOptions = Partial<Omit<ImportOptions, 'folder' | 'places' | 'registerHash'>>;

/** Imports an extract into a new folder of snapshots. */
export function importFolder(folder: string, options: TestImportOptions = {}): ImportResult {
  return importExtract({
    folder,
    snapshotFolder: temporaryFolder(),
    places: PLACES,
    registerHash: 'test',
    rejectLimitPercent: null,
    threadScript: null,
    ...options,
  });
}

/** What an import told: rejects and findings in short, and what it ended with. */
export interface Told {
  readonly code: string;
  readonly rejects: readonly string[];
  readonly findings: readonly string[];
}

const shortReject = ({ file, line, column, rule, value }: Reject): string =>
  `${file}:${line} ${column} ${rule} ${value}`.trimEnd();

/** Imports and gives everything that was told, whether the extract was taken or not. */
export function tell(folder: string, options: TestImportOptions = {}): Told {
  const shortFinding = (found: { code: string; file: string; line: number; column: string }): string =>
    `${found.code} ${found.file}:${found.line} ${found.column}`.trimEnd();
  try {
    const snapshot = openSnapshot(importFolder(folder, options).path);
    const rejects = Array.from(snapshot.rejects(), shortReject);
    const findings = Array.from(snapshot.findings(), shortFinding);
    snapshot.close();
    return { code: '', rejects, findings };
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    return {
      code: cause.code,
      rejects: Array.from(cause.rejects, shortReject),
      findings: cause.findings.map(shortFinding),
    };
  }
}
