import { at, type Finding, finding, NO_PERSON } from '../../domain';
import { type Canonical, confirmKeys, KeyCheck, type KeyFault } from '../reading/check-keys';
import { openText, type TableStart, type TextSource, takeTableStart } from '../reading/open-text';
import { type HeldCodes, personOf } from '../reading/parse-field';
import { type LineRanges, QuotedLines } from '../reading/quoted-lines';
import { type RowTarget, TableReader } from '../reading/read-fields';
import { readTableHeader, type TableHeader } from '../reading/read-header';
import { RecordReader } from '../reading/split-records';
import type { ReadingLimits } from '../rejects/reading-limits';
import { fileReject, RejectLog } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { maskValue } from '../rejects/reject-rules';
import type { SpillFile } from '../spill/spill-buckets';
import type { ColumnMapping } from '../tables/column-mapping';
import { TABLE_SPECS, type TableName } from '../tables/table-specs';
import type { ExtractFile } from './find-files';
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
  /** Ids of persons of whom a row was rejected, as they stand in the rows. */
  readonly concerned: Set<number>;
  readonly progress: ProgressCounter;
  readonly limits: ReadingLimits;
  /** True where the register is read for a real ledger, which wants some columns that may otherwise be missing. */
  readonly forRealLedger: boolean;
}

/** A file whose rows have been read. */
export interface TableReading {
  readonly table: TableName;
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
  /** Bytes before the first row (in UTF-8). */
  readonly headerBytes: number;
  /** Line of the first row. */
  readonly firstLine: number;
}

/** What becomes of the rows of a table, beside their keys. */
export type Accepting = Pick<RowTarget, 'accept' | 'index'> & { readonly canonical?: Canonical };

/**
 * Reads the file of a table from its text to rows without a fault: opened, split, its fields read, its keys checked.
 * Undefined where the extract has no such file or its header is at fault; every fault is noted.
 */
export function readTable(context: ReadingContext, table: TableName, to: Accepting): TableReading | undefined {
  const { canonical = (personId) => personId } = to;
  const keys = new KeyCheck(TABLE_SPECS[table], canonical, context.spill);
  const target = { keys, index: to.index, accept: to.accept, concern: concernOf(context, table) };
  const reading = readRows(context, table, target);
  if (reading) rejectDoubles(context, reading, keys, canonical);
  return reading;
}

/** Reads the rows of a table's file into a target. */
function readRows(context: ReadingContext, table: TableName, target: RowTarget): TableReading | undefined {
  return withTable(context, table, (open) => {
    const reader = new TableReader(TABLE_SPECS[table], { name: open.file.name, header: open.header }, context, target);
    const { lineBytes } = context.limits;
    const rules = { spread: spreadLines(open, lineBytes), lineBytes };
    new RecordReader(open.source, open.header.separator, open.rest, open.firstLine, rules).readAll(reader);
    return { table, file: open.file, header: open.header, rows: reader.rows };
  });
}

/** Notes whom a rejected row concerns; one of hours holds nobody (rulebook, Missing). */
function concernOf({ concerned }: ReadingContext, table: TableName): (personId: number) => void {
  return (personId) => {
    if (personId !== NO_PERSON && table !== 'hours') concerned.add(personId);
  };
}

/** Rejects the rows whose keys stand in other rows, too, which shows only when all rows of the file have been read. */
export function rejectDoubles(
  context: ReadingContext,
  reading: TableReading,
  keys: KeyCheck,
  canonical: Canonical,
): void {
  const { table } = reading;
  const spec = TABLE_SPECS[table];
  const again = { ...context, rejects: new RejectLog(), findings: [] };
  const faults = confirmKeys(spec, keys, canonical, (notes) => void readRows(again, table, { keys: notes }));
  rejectLate(context, reading, spec.keyOfPerson ? 'DECISION_OF_TWO_PERSONS' : 'DUPLICATE_KEY', faults);
}

/** Rejects rows for their key. */
export function rejectLate(
  context: ReadingContext,
  { table, file, header }: TableReading,
  rule: RejectRule,
  faults: readonly KeyFault[],
): void {
  const { fields, keyField, personFields } = TABLE_SPECS[table];
  const concern = concernOf(context, table);
  for (const { line, personId, key } of faults) {
    const { name, masked } = at(fields, keyField);
    const column = header.cells[at(header.columnOf, keyField)] ?? name;
    const value = maskValue(key, masked);
    context.rejects.add(table, { file: file.name, line, column, rule, params: {}, value, personId });
    concern(personId);
    if (personFields.includes(keyField)) concern(personOf(key));
  }
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
    const start = takeTableStart(() => source.next(), context.limits.lineBytes);
    const header = start.tooLong ? tooLong(context, file, start.headerLine) : headerOf(context, table, file, start);
    const { rest, bytes: headerBytes, headerLine } = start;
    return header && work({ file, header, source, rest, headerBytes, firstLine: headerLine + 1 });
  } finally {
    source.close();
  }
}

function headerOf(
  { mapping, rejects, findings, forRealLedger }: ReadingContext,
  table: TableName,
  file: ExtractFile,
  start: TableStart,
): TableHeader | undefined {
  const spec = TABLE_SPECS[table];
  const fields = spec.fields.map((field) => ({ ...field, wanted: forRealLedger && field.wanted }));
  const read = readTableHeader(start, file.name, { table, fields }, mapping);
  for (const reject of read.rejects) rejects.add(table, reject);
  findings.push(...read.findings);
  return read.rejects.length > 0 ? undefined : read.header;
}

function tooLong(context: ReadingContext, file: ExtractFile, line: number): undefined {
  const table = file.table === 'extract' ? undefined : file.table;
  const params = { maximum: context.limits.lineBytes };
  context.rejects.add(table, fileReject(file.name, 'LINE_TOO_LONG', { line }, params));
  return undefined;
}

/** The lines of values that hold line ends: a first reading of the text finds them, where it has quotes at all. */
function spreadLines({ file, header, headerBytes }: OpenTable, lineBytes: number): LineRanges {
  const lines = new QuotedLines(header.separator, lineBytes);
  const isUtf16 = file.survey.encoding.startsWith('utf-16');
  if (!isUtf16 && !file.survey.quoted) return lines.finish();
  const source = openText(file.path, file.survey, () => {});
  try {
    let skipped = 0;
    for (let piece = source.next(); piece !== undefined; piece = source.next()) {
      const skip = Math.min(piece.length, headerBytes - skipped);
      skipped += skip;
      lines.add(piece.subarray(skip));
    }
    return lines.finish();
  } finally {
    source.close();
  }
}
