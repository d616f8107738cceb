import { type Finding, finding } from '../domain';
import type { ColumnMapping } from './column-mapping';
import type { ExtractFile } from './extract-files';
import type { HeldCodes } from './parse-field';
import { RecordReader } from './record-reader';
import { fileReject, type RejectLog } from './reject-log';
import type { SpillFile } from './spill-file';
import { readTableHeader, type TableHeader } from './table-header';
import { type RowTarget, TableReader } from './table-reader';
import type { TableName, TableSpec } from './table-spec';
import { TABLE_SPECS } from './table-specs';
import { openText, type TextSource } from './text-source';

/** What every table of an extract is read with. */
export interface ReadingContext {
  readonly files: ReadonlyMap<TableName, ExtractFile>;
  readonly held: HeldCodes;
  readonly mapping: ColumnMapping;
  readonly rejects: RejectLog;
  readonly findings: Finding[];
  /** Takes what does not fit in memory. */
  readonly spill: SpillFile;
}

/** A file whose rows have been read. */
export interface TableReading {
  readonly file: ExtractFile;
  readonly header: TableHeader;
  readonly rows: number;
}

const LINE_FEED = 0x0a;

/**
 * Reads the file of a table into a target. Undefined where the extract has no such file or its header is at fault; the
 * fault is noted.
 */
export function readTable(context: ReadingContext, table: TableName, target: RowTarget): TableReading | undefined {
  const file = context.files.get(table);
  if (file === undefined) return undefined;
  if (file.survey.encoding === 'iso-8859-1') {
    context.findings.push(finding('info', 'FILE_IS_ISO_8859_1', { file: file.name }));
  }
  const source = openText(file.path, file.survey);
  try {
    return readFrom(context, TABLE_SPECS[table], file, source, target);
  } finally {
    source.close();
  }
}

function readFrom(
  context: ReadingContext,
  spec: TableSpec,
  file: ExtractFile,
  source: TextSource,
  target: RowTarget,
): TableReading | undefined {
  const { line, rest } = takeLine(source);
  if (line.length === 0) {
    context.rejects.add(spec.table, fileReject(file.name, 'FILE_UNREADABLE', { line: 1 }));
    return undefined;
  }
  const { header, rejects, findings } = readTableHeader(line, file.name, spec, context.mapping);
  for (const reject of rejects) context.rejects.add(spec.table, reject);
  context.findings.push(...findings);
  if (header === undefined || rejects.length > 0) return undefined;
  const reader = new TableReader(spec, { name: file.name, header }, context.held, context.rejects, target);
  new RecordReader(source, header.separator, rest, 2).readAll(reader);
  return { file, header, rows: reader.rows };
}

/** The first line with its end, and what was read of the text beyond it. */
function takeLine(source: TextSource): { line: Buffer; rest: Buffer } {
  let text: Buffer = Buffer.alloc(0);
  for (let chunk = source.next(); chunk !== undefined; chunk = source.next()) {
    text = text.length === 0 ? chunk : Buffer.concat([text, chunk]);
    const end = text.indexOf(LINE_FEED);
    if (end >= 0) return { line: text.subarray(0, end + 1), rest: text.subarray(end + 1) };
  }
  return { line: text, rest: Buffer.alloc(0) };
}
