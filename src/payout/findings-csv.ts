import { type Finding, NO_PERSON } from '../domain';
import { messageAction, messageText } from '../messages';
import { type Columns, writeColumns } from './csv-table';
import { excelText } from './excel-text';
import type { FolderFile, SealedFile } from './folder-file';

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
  // Columns of findings.csv (data contract 4).
  const columns: Columns<Finding> = {
    severity: ({ severity }) => severity,
    code: ({ code }) => code,
    file: (finding) => excelText(fileNames[finding.file] ?? finding.file),
    line: ({ line }) => (line === 0 ? null : line),
    column: ({ column }) => excelText(column),
    person_ref: ({ personId }) => (personId === NO_PERSON ? '' : pseudonym(personId)),
    kommune: ({ kommune }) => kommune,
    message: ({ code, params }) => excelText(messageText(code, 'nb', params)),
    action: ({ code, params }) => excelText(messageAction(code, 'nb', params)),
  };
  return writeColumns(file, columns, findings);
}
