import {
  at,
  errorDetail,
  type Finding,
  finding,
  firstInvisible,
  formatWhole,
  type MessageCode,
  type MessageParams,
  NO_PERSON,
  NorsktilskuddError,
} from '../../domain';
import { takeTableStart, textOfBytes } from '../reading/open-text';
import { isBrokenText } from '../reading/parse-field';
import { readTableHeader, type TableHeader } from '../reading/read-header';
import { RecordReader } from '../reading/split-records';
import { surveyBytes } from '../reading/survey-file';
import { READING_LIMITS } from '../rejects/reading-limits';
import type { Reject } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { maskAmount, maskValue } from '../rejects/reject-rules';
import type { ColumnMapping } from '../tables/column-mapping';

/** A column of a small file: how its text becomes a value. */
export interface SmallColumn<T> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** Value of an empty field that may be empty, and of one that cannot be read. */
  readonly empty: T;
  /** The rule that a text breaks of which `parse` makes nothing, with values for its text. */
  readonly rule: RejectRule;
  readonly params: MessageParams;
  /** True for ids of persons: never shown. */
  readonly masked: boolean;
  /** True for kroner: a long one is no id. */
  readonly isAmount?: boolean;
  parse(text: string): T | undefined;
}

/** Reads the cell of a column in the row at hand. */
export type ReadCell = <T>(column: SmallColumn<T>) => T;
/** Tells a fault of the row at hand that no single field shows. */
export type ReportFault = (column: SmallColumn<unknown>, rule: RejectRule, params: MessageParams) => void;

/** Kroner, without their signs, that all rows of a file may come to: what adds up to more no sum can hold exactly. */
const SUM_MAXIMUM = 9_000_000_000_000_000;

/** What a small file holds. */
export interface SmallTableSpec<Row> {
  /** English name, as in a column mapping. */
  readonly table: string;
  readonly columns: readonly SmallColumn<unknown>[];
  row(cell: ReadCell, place: { readonly file: string; readonly line: number }): Row;
  /** Faults between the fields of a row that can be read. */
  check?(row: Row, report: ReportFault): void;
  /** What may stand in one row only; all rows that share it are rejected. */
  readonly unique?: {
    readonly column: SmallColumn<unknown>;
    readonly rule: RejectRule;
    name(row: Row): string;
  };
  /** Amounts that are added up later, in kroner: the row with which they pass SUM_MAXIMUM is at fault. */
  readonly summed?: {
    readonly column: SmallColumn<unknown>;
    amountNok(row: Row): number;
    /** What the rows of another file came to that are added up with these. */
    readonly beforeNok?: number;
  };
}

export interface SmallTable<Row> {
  /** As in SmallTableSpec: what to do about a fault hangs on it. */
  readonly table: string;
  /** Rows without a fault. */
  readonly rows: readonly Row[];
  /** Every fault of the others. */
  readonly rejects: readonly Reject[];
  readonly findings: readonly Finding[];
}

/** Reads a small file by the rules that hold for every CSV file (data contract 1). */
export function readSmallTable<Row>(
  bytes: Buffer,
  file: string,
  spec: SmallTableSpec<Row>,
  mapping: ColumnMapping = {},
): SmallTable<Row> {
  const survey = surveyBytes(bytes);
  const text = textOfBytes(bytes, survey);
  const findings: Finding[] = [];
  if (survey.encoding === 'iso-8859-1') findings.push(finding('info', 'FILE_IS_ISO_8859_1', { file }));
  const { table } = spec;
  const pieces = [text];
  const start = takeTableStart(() => pieces.pop(), READING_LIMITS.lineBytes);
  const read = readTableHeader(start, file, { table, fields: spec.columns }, mapping);
  findings.push(...read.findings);
  if (read.header === undefined || read.rejects.length > 0) return { table, rows: [], rejects: read.rejects, findings };
  const reader = new SmallReader(file, spec, read.header);
  const source = { next: () => undefined, close() {} };
  new RecordReader(source, read.header.separator, start.rest, start.headerLine + 1).readAll(reader);
  return { table, rows: reader.uniqueRows(), rejects: reader.rejects, findings };
}

/** The rows of a small file that must be whole: stops with every fault (exit 3). */
export function rowsOrStop<Row>(file: string, table: SmallTable<Row>): readonly Row[] {
  if (table.rejects.length === 0) return table.rows;
  const details = table.rejects.map(({ rule, line, column, value, params }) =>
    errorDetail<MessageCode>(rule, { ...params, table: table.table, file, line, column, value }),
  );
  throw new NorsktilskuddError('input', 'SMALL_TABLE_REJECTED', { file, faults: details.length }, details);
}

class SmallReader<Row> {
  readonly #rows: { readonly row: Row; readonly line: number }[] = [];
  readonly rejects: Reject[] = [];
  readonly #file: string;
  readonly #spec: SmallTableSpec<Row>;
  readonly #header: TableHeader;
  #sumNok: number;

  constructor(file: string, spec: SmallTableSpec<Row>, header: TableHeader) {
    this.#file = file;
    this.#spec = spec;
    this.#header = header;
    this.#sumNok = spec.summed?.beforeNok ?? 0;
  }

  record(line: number, cells: readonly string[]): void {
    const columns = this.#header.cells.length;
    // Before their number: a quote too many swallows rows, and what is left may have any number of fields.
    const spread = cells.findIndex((cell) => /[\r\n]/.test(cell));
    if (spread >= 0) {
      this.#reject(line, this.#header.cells[spread] ?? '', 'LINE_END_IN_VALUE', {}, '');
      return;
    }
    if (cells.length !== columns) {
      this.#reject(line, '', 'FIELD_COUNT', { columns }, String(cells.length));
      return;
    }
    const before = this.rejects.length;
    const textOf = (column: SmallColumn<unknown>): string => cells[this.#columnOf(column)] ?? '';
    const report = (column: SmallColumn<unknown>, rule: RejectRule, params: MessageParams): void => {
      const name = this.#header.cells[this.#columnOf(column)] ?? column.name;
      const text = textOf(column);
      this.#reject(line, name, rule, params, column.isAmount ? maskAmount(text) : maskValue(text, column.masked));
    };
    const row = this.#spec.row((column) => readCell(column, textOf(column), report), { file: this.#file, line });
    if (this.rejects.length === before) this.#spec.check?.(row, report);
    if (this.rejects.length === before) this.#addUp(row, report);
    if (this.rejects.length === before) this.#rows.push({ row, line });
  }

  #addUp(row: Row, report: ReportFault): void {
    const { summed } = this.#spec;
    if (summed === undefined || this.#sumNok > SUM_MAXIMUM) return;
    this.#sumNok += Math.abs(summed.amountNok(row));
    if (this.#sumNok > SUM_MAXIMUM)
      report(summed.column, 'SUM_TOO_HIGH', { millions: formatWhole(SUM_MAXIMUM / 1_000_000) });
  }

  broken(line: number): void {
    this.#reject(line, '', 'QUOTING', {}, '');
  }

  tooLong(line: number): void {
    this.#reject(line, '', 'LINE_TOO_LONG', { maximum: READING_LIMITS.lineBytes }, '');
  }

  /** The rows without a fault, after those that stand twice have been rejected. */
  uniqueRows(): Row[] {
    const { unique } = this.#spec;
    if (unique === undefined) return this.#rows.map(({ row }) => row);
    const times = new Map<string, number>();
    for (const { row } of this.#rows) times.set(unique.name(row), (times.get(unique.name(row)) ?? 0) + 1);
    return this.#rows.flatMap(({ row, line }) => {
      const cell = unique.name(row);
      if (times.get(cell) === 1) return [row];
      this.#reject(line, unique.column.name, unique.rule, { cell }, '');
      return [];
    });
  }

  #columnOf(column: SmallColumn<unknown>): number {
    return at(this.#header.columnOf, this.#spec.columns.indexOf(column));
  }

  #reject(line: number, column: string, rule: RejectRule, params: MessageParams, value: string): void {
    this.rejects.push({ file: this.#file, line, column, rule, params, value, personId: NO_PERSON });
  }
}

function readCell<T>(column: SmallColumn<T>, text: string, report: ReportFault): T {
  if (text === '') {
    if (column.required) report(column, 'VALUE_MISSING', {});
    return column.empty;
  }
  const character = firstInvisible(text);
  const value = text.includes('\uFFFD') || character !== undefined ? undefined : column.parse(text);
  if (value !== undefined) return value;
  if (isBrokenText(text)) report(column, 'ENCODING', column.params);
  else if (character !== undefined) report(column, 'INVISIBLE_CHARACTER', { character });
  else report(column, column.rule, column.params);
  return column.empty;
}
