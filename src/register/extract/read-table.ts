import { type Finding, finding } from '../../domain';
import { fileReject, type RejectLog } from '../rejects/reject-log';
import { headerEnd } from '../rows/header-end';
import type { HeldCodes } from '../rows/parse-field';
import { RecordReader } from '../rows/record-reader';
import { readTableHeader, type TableHeader } from '../rows/table-header';
import { type RowTarget, TableReader } from '../rows/table-reader';
import { openText, type TextSource } from '../rows/text-source';
import type { SpillFile } from '../spill/spill-file';
import type { ColumnMapping } from '../tables/column-mapping';
import type { TableName, TableSpec } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';
import type { ExtractFile } from './extract-files';
import type { ProgressCounter } from './reading-progress';

/** What every table of an extract is read with. */
export interface ReadingContext {
  readonly files: ReadonlyMap<TableName, ExtractFile>;
  readonly held: HeldCodes;
  readonly mapping: ColumnMapping;
  readonly rejects: RejectLog;
  readonly findings: Finding[];
  /** Takes what does not fit in memory. */
  readonly spill: SpillFile;
  readonly progress: ProgressCounter;
}

/** A file whose rows have been read. */
export interface TableReading {
  readonly file: ExtractFile;
  readonly header: TableHeader;
  readonly rows: number;
}

/** A file whose header has been read. */
export interface OpenTable {
  readonly file: ExtractFile;
  readonly header: TableHeader;
  readonly source: TextSource;
  /** What was read of the text beyond the header. */
  readonly rest: Buffer;
  /** Bytes of the header with its end (in UTF-8). */
  readonly headerBytes: number;
  /** Line behind the header. */
  readonly firstLine: number;
}

/**
 * Reads the file of a table into a target. Undefined where the extract has no such file or its header is at fault; the
 * fault is noted.
 */
export function readTable(context: ReadingContext, table: TableName, target: RowTarget): TableReading | undefined {
  return withTable(context, table, (open) => {
    const reader = readerOf(context, table, open, target);
    new RecordReader(open.source, open.header.separator, open.rest, open.firstLine).readAll(reader);
    return { file: open.file, header: open.header, rows: reader.rows };
  });
}

/** A reader of the rows of an open table. */
export function readerOf(
  context: Pick<ReadingContext, 'held' | 'rejects'>,
  table: TableName,
  open: { readonly file: { readonly name: string }; readonly header: TableHeader },
  target: RowTarget,
): TableReader {
  const file = { name: open.file.name, header: open.header };
  return new TableReader(TABLE_SPECS[table], file, context.held, context.rejects, target);
}

/** Opens the file of a table, reads its header and does the work; undefined where there is no file or a fault in it. */
export function withTable<T>(context: ReadingContext, table: TableName, work: (open: OpenTable) => T): T | undefined {
  const file = context.files.get(table);
  if (file === undefined) return undefined;
  if (file.survey.encoding === 'iso-8859-1') {
    context.findings.push(finding('info', 'FILE_IS_ISO_8859_1', { file: file.name }));
  }
  const source = openText(file.path, file.survey, context.progress.add);
  try {
    const { line, lines, rest } = takeHeader(source);
    const header = line.length === 0 ? unreadable(context, file) : headerOf(context, TABLE_SPECS[table], file, line);
    return header && work({ file, header, source, rest, headerBytes: line.length, firstLine: lines + 1 });
  } finally {
    source.close();
  }
}

function headerOf(context: ReadingContext, spec: TableSpec, file: ExtractFile, line: Buffer): TableHeader | undefined {
  const { header, rejects, findings } = readTableHeader(line, file.name, spec, context.mapping);
  for (const reject of rejects) context.rejects.add(spec.table, reject);
  context.findings.push(...findings);
  return rejects.length > 0 ? undefined : header;
}

function unreadable(context: ReadingContext, file: ExtractFile): undefined {
  const table = file.table === 'extract' ? undefined : file.table;
  context.rejects.add(table, fileReject(file.name, 'FILE_UNREADABLE', { line: 1 }));
  return undefined;
}

/** A header longer than this is none. */
const HEADER_BYTES_MAXIMUM = 1 << 20;

/** The header with its end, empty where there is none, the lines that it takes and what was read of the text beyond. */
function takeHeader(source: TextSource): { line: Buffer; lines: number; rest: Buffer } {
  let text: Buffer = Buffer.alloc(0);
  for (let chunk = source.next(); chunk !== undefined; chunk = source.next()) {
    text = text.length === 0 ? chunk : Buffer.concat([text, chunk]);
    const end = headerEnd(text);
    if (end) return { line: text.subarray(0, end.bytes), lines: end.lines, rest: text.subarray(end.bytes) };
    if (text.length > HEADER_BYTES_MAXIMUM) return { line: Buffer.alloc(0), lines: 1, rest: text };
  }
  return { line: text, lines: 1, rest: Buffer.alloc(0) };
}
