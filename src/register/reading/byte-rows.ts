import { isUtf8 } from 'node:buffer';
import { at } from '../../domain/columns';
import type { FieldSpec, TableSpec } from '../tables/table-specs';
import {
  type CodeBytes,
  codeBytes,
  codeOfBytes,
  countryOfBytes,
  dayOfBytes,
  fylkeOfBytes,
  hundredthsOfBytes,
  kommuneOfBytes,
  monthOfBytes,
  NO_NUMBER,
  personOfBytes,
  withSpelling,
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
/** Bytes up to the blank are blanks or odd: the field needs trimming or a closer look. */
const BLANK = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;
const DELETE = 0x7f;
/** Spellings of codes that a column knows at most. */
const SPELLINGS_MAXIMUM = 24;
/** First bytes of U+0080 to U+00BF and of U+02C0 to U+02FF; second bytes of U+00A0 and U+00AD. */
const SIGNS_LEAD = 0xc2;
const LATIN_LEAD_LAST = 0xcb;
const NO_BREAK_BLANK = 0xa0;
const SOFT_HYPHEN = 0xad;
/** First byte of the replacement character, the byte order mark and their neighbours in UTF-8. */
const ODD_LEAD = 0xef;

interface FieldReader {
  readonly field: FieldSpec;
  readonly column: number;
  codes: CodeBytes;
  readonly spellings: Set<string>;
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
  readonly #held: HeldCodes;
  readonly #separator: number;
  readonly #fieldBytes: number;
  readonly #readers: readonly FieldReader[];
  /** Place of the separator behind each column. */
  readonly #columnEnds: Int32Array;

  constructor(spec: TableSpec, header: TableHeader, held: HeldCodes, fieldBytes: number) {
    this.#fieldBytes = fieldBytes;
    this.values = new Float64Array(spec.fields.length);
    this.starts = new Int32Array(spec.fields.length);
    this.ends = new Int32Array(spec.fields.length);
    this.#held = held;
    this.#separator = header.separator.charCodeAt(0);
    this.#readers = spec.fields.map((field, index) => ({
      field,
      column: at(header.columnOf, index),
      codes: codeBytes(field.codes),
      spellings: new Set(field.codes.flat()),
    }));
    this.#columnEnds = new Int32Array(header.cells.length);
  }

  /**
   * Reads whole lines that hold no quote.
   *
   * @param line of the first byte
   * @returns line behind the last one
   */
  read(bytes: Uint8Array, start: number, end: number, line: number, sink: ByteRowSink): number {
    this.bytes = bytes;
    const separator = this.#separator;
    const ends = this.#columnEnds;
    const last = ends.length - 1;
    let lineNumber = line;
    let lineStart = start;
    while (lineStart < end) {
      let column = 0;
      let all = 0;
      let place = lineStart;
      for (; place < end; place += 1) {
        const byte = bytes[place] ?? 0;
        if (byte === separator) {
          ends[column] = place;
          column += 1;
        } else if (byte === LINE_FEED) break;
        all |= byte;
      }
      if (column === last) ends[column] = place;
      this.ascii = all < 0x80;
      const isText = this.ascii || this.#isUtf8(lineStart, place);
      const isShort = place - lineStart <= this.#fieldBytes;
      const fast = column === last && isText && isShort && this.#readFields(lineStart) && sink.fast(lineNumber);
      if (!fast) sink.plain(lineNumber, lineStart, place);
      lineNumber += 1;
      lineStart = place + 1;
    }
    return lineNumber;
  }

  /** Notes a spelling of a code that the plain reading has understood, so that it is known from now on. */
  learnCode(index: number, spelling: string, ordinal: number): void {
    const reader = at(this.#readers, index);
    if (reader.spellings.has(spelling) || reader.spellings.size >= SPELLINGS_MAXIMUM) return;
    reader.spellings.add(spelling);
    reader.codes = withSpelling(reader.codes, spelling, ordinal);
  }

  /** True for valid UTF-8 without any of the characters that begin with 0xEF, some of which are told apart. */
  #isUtf8(start: number, end: number): boolean {
    const line = this.bytes.subarray(start, end);
    return isUtf8(line) && !line.includes(ODD_LEAD);
  }

  #readFields(lineStart: number): boolean {
    const { bytes, values, starts, ends } = this;
    const readers = this.#readers;
    for (let index = 0; index < readers.length; index += 1) {
      const reader = at(readers, index);
      const { column } = reader;
      let start = column <= 0 ? lineStart : (this.#columnEnds[column - 1] ?? 0) + 1;
      let end = column < 0 ? start : (this.#columnEnds[column] ?? 0);
      while (start < end && isBlank(bytes[start] ?? 0)) start += 1;
      while (start < end && isBlank(bytes[end - 1] ?? 0)) end -= 1;
      starts[index] = start;
      ends[index] = end;
      let value: number = reader.field.empty;
      if (start < end) value = this.#readField(reader, start, end);
      else if (reader.field.required) return false;
      if (value === NO_NUMBER) return false;
      values[index] = value;
    }
    return true;
  }

  #readField(reader: FieldReader, start: number, end: number): number {
    const { bytes } = this;
    switch (reader.field.kind) {
      case 'person':
        return personOfBytes(bytes, start, end);
      case 'day':
        return dayOfBytes(bytes, start, end);
      case 'month':
        return monthOfBytes(bytes, start, end);
      case 'year':
        return yearOfBytes(bytes, start, end);
      case 'kommune':
        return kommuneOfBytes(bytes, start, end, this.#held);
      case 'fylke':
        return fylkeOfBytes(bytes, start, end, this.#held);
      case 'country':
        return countryOfBytes(bytes, start, end);
      case 'code':
        return codeOfBytes(bytes, start, end, reader.codes);
      case 'hundredths':
        return hundredthsOfBytes(bytes, start, end, reader.field.maximum);
      case 'text':
      case 'national_id':
      case 'unused':
        return isPlainText(bytes, start, end) ? 0 : NO_NUMBER;
    }
  }
}

/**
 * True where no byte begins a character that is invisible, a control character or a blank beyond ASCII: letters of
 * Latin and signs as `§` are plain, everything further off is given to the plain reading.
 */
function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte >= BLANK && byte < DELETE) continue;
    if (byte < SIGNS_LEAD || byte > LATIN_LEAD_LAST) return false;
    const next = bytes[place + 1] ?? 0;
    if (byte === SIGNS_LEAD && (next <= NO_BREAK_BLANK || next === SOFT_HYPHEN)) return false;
    place += 1;
  }
  return true;
}

/** Blanks that the plain reading trims as well. */
function isBlank(byte: number): boolean {
  return byte <= BLANK && (byte === BLANK || (byte >= TAB && byte <= RETURN));
}
