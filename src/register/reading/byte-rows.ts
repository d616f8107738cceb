import { isUtf8 } from 'node:buffer';
import { at } from '../../domain';
import type { FieldKind, FieldSpec, TableSpec } from '../tables/table-specs';
import {
  type CodeBytes,
  codeBytes,
  codeOfBytes,
  countryOfBytes,
  dayOfBytes,
  fylkeOfBytes,
  hundredthsOfBytes,
  isBlank,
  isPlainText,
  kommuneOfBytes,
  monthOfBytes,
  NO_NUMBER,
  personOfBytes,
  yearOfBytes,
} from './byte-fields';
import type { HeldCodes } from './parse-field';
import type { TableHeader } from './read-header';

/** Takes what the byte reader finds. */
export interface ByteRowSink {
  /** A row whose values have been read; false gives it to `plain` after all. */
  fast(line: number): boolean;
  /** A line that needs the plain reading. */
  plain(line: number, start: number, end: number): void;
}

const LINE_FEED = 0x0a;
/** Spellings of codes that a column knows at most. */
const SPELLINGS_MAXIMUM = 24;
/** First byte of the replacement character, the byte order mark and their neighbours in UTF-8. */
const ODD_LEAD = 0xef;

/** Bytes that every value of a kind takes in the forms known here; 0 where values differ in length. */
const WIDTHS: Readonly<Record<FieldKind, number>> = {
  person: 12,
  day: 10,
  month: 7,
  year: 4,
  kommune: 4,
  fylke: 2,
  country: 3,
  code: 0,
  hundredths: 0,
  text: 0,
  national_id: 0,
  unused: 0,
};

/** Reads the bytes of a field; NO_NUMBER where they are not plainly what it holds. */
type FieldReader = (bytes: Uint8Array, start: number, end: number, column: ByteColumn) => number;

const plainTextOfBytes: FieldReader = (bytes, start, end) => (isPlainText(bytes, start, end) ? 0 : NO_NUMBER);

/** A table, not a switch: what V8 has compiled for the fields of one file holds for those of the next. */
const READERS: Readonly<Record<FieldKind, FieldReader>> = {
  person: personOfBytes,
  day: dayOfBytes,
  month: monthOfBytes,
  year: yearOfBytes,
  kommune: (bytes, start, end, { held }) => kommuneOfBytes(bytes, start, end, held),
  fylke: (bytes, start, end, { held }) => fylkeOfBytes(bytes, start, end, held),
  country: countryOfBytes,
  code: (bytes, start, end, { codes }) => codeOfBytes(bytes, start, end, codes),
  hundredths: (bytes, start, end, { maximum }) => hundredthsOfBytes(bytes, start, end, maximum),
  text: plainTextOfBytes,
  national_id: plainTextOfBytes,
  unused: plainTextOfBytes,
};

/** A column of the file with the field that it holds, if any. */
interface ByteColumn {
  /** Place of the field in its table; -1 where the column holds none. */
  readonly index: number;
  readonly width: number;
  readonly read: FieldReader;
  /** What stands for an empty value; NO_NUMBER where it may not be empty. */
  readonly empty: number;
  readonly maximum: number;
  readonly held: HeldCodes;
  codes: CodeBytes;
  /** Names of the codes, and other spellings of them that have been met. */
  readonly spellings: Map<string, number>;
}

function byteColumn(field: FieldSpec | undefined, index: number, held: HeldCodes): ByteColumn {
  const { kind = 'unused', codes = [], required = false, empty = 0, maximum = 0 } = field ?? {};
  const names = codes.flatMap((code, ordinal) => code.map((name) => [name, ordinal] as const));
  const spellings = new Map(names.filter(([name]) => name !== ''));
  const values = { empty: required ? NO_NUMBER : empty, maximum, held, codes: codeBytes([...spellings]), spellings };
  return { index, width: WIDTHS[kind], read: READERS[kind], ...values };
}

/**
 * Reads rows straight from bytes: no text, no object a row. It knows only the plain case (no quotes, valid UTF-8, every
 * field as it should be) and hands every other line to the plain reading.
 */
export class ByteRows {
  /** Values of the row at hand. */
  readonly values: Float64Array;
  /** First byte and the one behind the last of each field of the row, trimmed. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  bytes: Uint8Array = new Uint8Array(0);
  /** True where every byte of the row is ASCII. */
  ascii = true;
  readonly #separator: number;
  readonly #fieldBytes: number;
  /** In the order of the file; none where a column holds two fields, which is left to the plain reading. */
  readonly #columns: readonly ByteColumn[];

  constructor(spec: TableSpec, { separator, cells, columnOf }: TableHeader, held: HeldCodes, fieldBytes: number) {
    this.#fieldBytes = fieldBytes;
    this.values = Float64Array.from(spec.fields, ({ empty }) => empty);
    this.starts = new Int32Array(spec.fields.length);
    this.ends = new Int32Array(spec.fields.length);
    this.#separator = separator.charCodeAt(0);
    const columnAt = (index: number): ByteColumn => byteColumn(spec.fields[index], index, held);
    const found = columnOf.filter((column) => column >= 0);
    const isOneToOne = new Set(found).size === found.length;
    this.#columns = isOneToOne ? cells.map((_, column) => columnAt(columnOf.indexOf(column))) : [];
  }

  /**
   * Reads whole lines that hold no quote, up to the end of the bytes.
   *
   * @param line of the first byte
   * @returns line behind the last one
   */
  read(bytes: Uint8Array, start: number, line: number, sink: ByteRowSink): number {
    this.bytes = bytes;
    let lineNumber = line;
    let lineStart = start;
    while (lineStart < bytes.length) {
      let lineEnd = this.#readRow(lineStart);
      if (lineEnd < 0 || !sink.fast(lineNumber)) {
        lineEnd = bytes.indexOf(LINE_FEED, lineStart);
        if (lineEnd < 0) lineEnd = bytes.length;
        sink.plain(lineNumber, lineStart, lineEnd);
      }
      lineNumber += 1;
      lineStart = lineEnd + 1;
    }
    return lineNumber;
  }

  /** Notes a spelling of a code that the plain reading has understood, so that it is known from now on. */
  learnCode(index: number, spelling: string, ordinal: number): void {
    const column = this.#columns.find((each) => each.index === index);
    if (!column || column.spellings.has(spelling) || column.spellings.size >= SPELLINGS_MAXIMUM) return;
    column.spellings.set(spelling, ordinal);
    column.codes = codeBytes([...column.spellings]);
  }

  /** Reads the fields of a row; the place of its line end, or -1 where something about it is not plain. */
  #readRow(start: number): number {
    const { bytes, starts, ends, values } = this;
    const separator = this.#separator;
    const columns = this.#columns;
    const limit = bytes.length;
    const last = columns.length - 1;
    let place = start;
    let all = 0;
    for (let column = 0; column <= last; column += 1) {
      const reader = at(columns, column);
      const { index, width } = reader;
      let end = place + width;
      let first = place;
      let behind = end;
      // Most values of some kinds are as long as each other: then their bytes need no search.
      const guessed = width > 0 && end < limit && bytes[place] !== separator && bytes[place] !== LINE_FEED;
      if (!guessed || (bytes[end] !== separator && bytes[end] !== LINE_FEED)) {
        for (end = place; end < limit; end += 1) {
          const byte = bytes[end] ?? 0;
          if (byte === separator || byte === LINE_FEED) break;
          all |= byte;
        }
        behind = end;
        while (first < behind && isBlank(bytes[first] ?? 0)) first += 1;
        while (first < behind && isBlank(bytes[behind - 1] ?? 0)) behind -= 1;
      }
      if (index >= 0) {
        starts[index] = first;
        ends[index] = behind;
        const value = first === behind ? reader.empty : reader.read(bytes, first, behind, reader);
        if (value === NO_NUMBER) return -1;
        values[index] = value;
      }
      const isLast = end >= limit || bytes[end] === LINE_FEED;
      if (isLast !== (column === last)) return -1;
      place = end + 1;
    }
    return this.#isRow(start, place - 1, all < 0x80) ? place - 1 : -1;
  }

  /** True for a row no longer than a field may be, of valid UTF-8 without those characters that are kept apart. */
  #isRow(start: number, end: number, ascii: boolean): boolean {
    this.ascii = ascii;
    if (end <= start || end - start > this.#fieldBytes) return false;
    if (ascii) return true;
    const row = this.bytes.subarray(start, end);
    return isUtf8(row) && !row.includes(ODD_LEAD);
  }
}
