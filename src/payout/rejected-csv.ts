import { writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of rejected.csv (data contract 4). */
export const REJECTED_COLUMNS = ['file', 'line', 'column', 'rule', 'expected', 'value'] as const;

/** One reason for which a row of the extract could not be read; the value is masked where it is an id. */
export interface RejectedRow {
  readonly file: string;
  /** 0 prints as empty (a missing file or column). */
  readonly line: number;
  readonly column: string;
  readonly rule: string;
  readonly expected: string;
  readonly value: string;
}

/** Writes rejected.csv: every reason of every rejected row. */
export function writeRejected(file: FolderFile, rejected: readonly RejectedRow[]): SealedFile {
  const rows = rejected.map((row) => [
    row.file,
    row.line === 0 ? null : row.line,
    row.column,
    row.rule,
    row.expected,
    row.value,
  ]);
  return writeTable(file, REJECTED_COLUMNS, rows);
}
