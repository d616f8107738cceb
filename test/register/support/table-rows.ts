import { takeTableStart } from '../../../src/register/reading/open-text';
import { heldCodes } from '../../../src/register/reading/parse-field';
import { QuotedLines } from '../../../src/register/reading/quoted-lines';
import { type RowTarget, TableReader } from '../../../src/register/reading/read-fields';
import { readTableHeader, type TableHeader } from '../../../src/register/reading/read-header';
import { RecordReader } from '../../../src/register/reading/split-records';
import { READING_LIMITS } from '../../../src/register/rejects/reading-limits';
import { type Reject, RejectLog } from '../../../src/register/rejects/reject-log';
import type { TableName } from '../../../src/register/tables/table-specs';
import { TABLE_SPECS } from '../../../src/register/tables/table-specs';
import { shippedRules } from '../../support/shipped';

const HELD = heldCodes(shippedRules().places);

/** Everything that a table reader gives for a file. */
export interface TableRows {
  readonly seen: string[];
  readonly accepted: string[];
  readonly rejected: string[];
  readonly rejects: readonly Reject[];
  readonly rows: number;
}

/** Reads the rows of a table as `read` says and gives all that comes of it, in the order of the lines. */
export function tableRows(
  table: TableName,
  header: TableHeader,
  read: (reader: TableReader) => void,
  isKnown: (personId: number) => boolean = () => true,
): TableRows {
  const spec = TABLE_SPECS[table];
  const seen: string[] = [];
  const accepted: string[] = [];
  const rejected: string[] = [];
  const texts = spec.fields.flatMap((field, index) =>
    field.kind === 'text' || field.kind === 'national_id' ? [index] : [],
  );
  const ordinals = { find: (personId: number) => (isKnown(personId) ? 1 : -1) };
  const target: RowTarget = {
    keys: {
      note(line, personId, row) {
        const prints = texts.map((field) => row.fingerprint(field));
        seen.push([line, personId, ...texts.map((field) => row.text(field)), ...prints].join('|'));
      },
    },
    index: spec.personField < 0 ? undefined : ordinals,
    accept: (_, line, values, row) =>
      void accepted.push([line, ...values, ...texts.map((field) => row.text(field))].join('|')),
    concern: (personId) => void rejected.push(`${personId}`),
  };
  const rejects = new RejectLog();
  const reader = new TableReader(
    spec,
    { name: `${table}.csv`, header },
    { held: HELD, limits: READING_LIMITS, rejects },
    target,
  );
  read(reader);
  const byLine = (rows: string[]): string[] => rows.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const all = { seen: byLine(seen), accepted: byLine(accepted), rejected: byLine(rejected) };
  return { ...all, rejects: [...rejects], rows: reader.rows };
}

/** The header of a table's columns under their English names. */
export function headerOf(table: TableName, line: string): TableHeader {
  const pieces = [Buffer.from(line)];
  const start = takeTableStart(() => pieces.pop(), READING_LIMITS.lineBytes);
  const { header } = readTableHeader(start, table, TABLE_SPECS[table], {});
  if (header === undefined) throw new Error(`no header: ${line}`);
  return header;
}

/** Reads text through csv-parse alone, or straight from bytes where that is possible. */
export function readText(reader: TableReader, header: TableHeader, text: Buffer, straight: boolean): void {
  const source = { next: () => undefined, close() {} };
  const sink = straight
    ? reader
    : {
        record: (line: number, cells: string[]) => reader.record(line, cells),
        broken: (line: number, cells: string[]) => reader.broken(line, cells),
        spread: (line: number, row: string) => reader.spread(line, row),
        tooLong: (line: number) => reader.tooLong(line),
      };
  const { lineBytes } = READING_LIMITS;
  const lines = new QuotedLines(header.separator, lineBytes);
  lines.add(text);
  new RecordReader(source, header.separator, text, 2, { spread: lines.finish(), lineBytes }).readAll(sink);
}
