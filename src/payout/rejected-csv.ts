import { assert, type MessageCode, type MessageParams } from '../domain';
import { messageText } from '../messages';
import { type Cell, compareRows, writeRows } from './csv-table';
import { excelText } from './excel-text';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of rejected.csv (data contract 4). */
const REJECTED_COLUMNS = ['file', 'line', 'column', 'rule', 'expected', 'value'] as const;

/** One reason for which a row of the extract could not be read; the value is masked where it is an id. */
export interface RejectedRow {
  readonly file: string;
  /** 0 prints as empty (a whole file). */
  readonly line: number;
  readonly column: string;
  /** Code of the message that says what was expected. */
  readonly rule: MessageCode;
  readonly params: MessageParams;
  readonly value: string;
}

/**
 * Writes rejected.csv: every reason of every rejected row. The reasons must come in the order of file and line; those of
 * one row are put in order here, so that an extract full of bad rows needs no more memory than one row.
 */
export function writeRejected(file: FolderFile, rejected: Iterable<RejectedRow>): SealedFile {
  file.text(`${REJECTED_COLUMNS.join(',')}\n`);
  let ofOneRow: Cell[][] = [];
  let count = 0;
  for (const reason of rejected) {
    const row = cellsOf(reason);
    const step = ofOneRow[0] ? compareRows(row.slice(0, 2), ofOneRow[0].slice(0, 2)) : 0;
    assert(step >= 0, 'rejected rows come in the order of file and line');
    if (step > 0) {
      writeRows(file, ofOneRow);
      ofOneRow = [];
    }
    ofOneRow.push(row);
    count += 1;
  }
  writeRows(file, ofOneRow);
  return file.close(count);
}

function cellsOf(row: RejectedRow): Cell[] {
  const expected = messageText<MessageCode>(row.rule, 'nb', row.params);
  const [file, column, wanted, value] = [row.file, row.column, expected, row.value].map(excelText);
  return [file ?? '', row.line === 0 ? null : row.line, column ?? '', row.rule, wanted ?? '', value ?? ''];
}
