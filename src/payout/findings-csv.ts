import { type Finding, NO_PERSON } from '../domain';
import { messageAction, messageText } from '../messages';
import { writeTable } from './csv-table';
import { excelText } from './excel-text';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of findings.csv (data contract 4). */
export const FINDING_COLUMNS = [
  'severity',
  'code',
  'file',
  'line',
  'column',
  'person_ref',
  'kommune',
  'message',
  'action',
] as const;

/**
 * Writes findings.csv with message and action in bokmål. Equal findings stand once each time they were raised.
 *
 * @param pseudonym of a person id
 * @param fileNames of the extract by English table name, which is what a finding may name
 */
export function writeFindings(
  file: FolderFile,
  findings: readonly Finding[],
  pseudonym: (personId: number) => string,
  fileNames: Readonly<Record<string, string>> = {},
): SealedFile {
  const rows = findings.map((finding) => [
    finding.severity,
    finding.code,
    excelText(fileNames[finding.file] ?? finding.file),
    finding.line === 0 ? null : finding.line,
    excelText(finding.column),
    finding.personId === NO_PERSON ? '' : pseudonym(finding.personId),
    finding.kommune,
    excelText(messageText(finding.code, 'nb', finding.params)),
    excelText(messageAction(finding.code, 'nb', finding.params)),
  ]);
  return writeTable(file, FINDING_COLUMNS, rows);
}
