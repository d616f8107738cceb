import { at, i32 } from '../domain';
import { bytesReader, type ReadBytes } from './byte-fields';
import type { HeldCodes } from './parse-field';
import type { TableHeader } from './table-header';
import type { TableSpec } from './table-spec';

/** Takes what the byte reader finds. */
export interface ByteRowSink {
  /** A row whose values have been read; false gives it to `plain` after all. */
  fast(line: number): boolean;
  /** A line that needs the plain reading. */
  plain(line: number, start: number, end: number): void;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const TAB = 0x09;

/**
 * Reads rows straight from bytes: no text, no object a row. It knows only the plain case (no quotes, ASCII, every
 * field as it should be) and hands every other line to the plain reading.
 */
export class ByteRows {
  readonly values: Float64Array;
  readonly #separator: number;
  readonly #columns: number;
  readonly #columnOf: Int32Array;
  readonly #readers: readonly ReadBytes[];
  readonly #empty: Float64Array;
  /** Places behind each field's last byte; a field begins one byte behind the one before. */
  readonly #ends: Int32Array;
  /** First byte and the one behind the last of each field of the row, trimmed. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  bytes: Uint8Array = new Uint8Array(0);

  constructor(spec: TableSpec, header: TableHeader, held: HeldCodes) {
    this.values = new Float64Array(spec.fields.length);
    this.starts = new Int32Array(spec.fields.length);
    this.ends = new Int32Array(spec.fields.length);
    this.#separator = header.separator.charCodeAt(0);
    this.#columns = header.cells.length;
    this.#columnOf = Int32Array.from(header.columnOf);
    this.#readers = spec.fields.map((field) => bytesReader(field, held));
    this.#empty = Float64Array.from(spec.fields, (field) => (field.required ? Number.NaN : field.empty));
    this.#ends = new Int32Array(this.#columns + 1);
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
    const ends = this.#ends;
    const columns = this.#columns;
    let lineNumber = line;
    let lineStart = start;
    while (lineStart < end) {
      let column = 0;
      let all = 0;
      let place = lineStart;
      for (; place < end; place += 1) {
        const byte = bytes[place] ?? 0;
        if (byte === LINE_FEED) break;
        all |= byte;
        if (byte === separator) {
          if (column < columns) ends[column] = place;
          column += 1;
        }
      }
      const plain = column !== columns - 1 || all > 0x7f;
      if (!plain) ends[column] = place;
      if (plain || !this.#readFields(lineStart) || !sink.fast(lineNumber)) sink.plain(lineNumber, lineStart, place);
      lineNumber += 1;
      lineStart = place + 1;
    }
    return lineNumber;
  }

  #readFields(lineStart: number): boolean {
    const { bytes, values } = this;
    for (let index = 0; index < this.#columnOf.length; index += 1) {
      const column = i32(this.#columnOf, index);
      let start = column <= 0 ? lineStart : i32(this.#ends, column - 1) + 1;
      let end = column < 0 ? start : i32(this.#ends, column);
      while (start < end && isBlank(bytes[start] ?? 0)) start += 1;
      while (start < end && isBlank(bytes[end - 1] ?? 0)) end -= 1;
      this.starts[index] = start;
      this.ends[index] = end;
      if (start === end) {
        const empty = this.#empty[index] ?? Number.NaN;
        if (empty !== empty) return false;
        values[index] = empty;
      } else if (!at(this.#readers, index)(bytes, start, end, values, index)) return false;
    }
    return true;
  }
}

/** Blanks that the plain reading trims as well. */
function isBlank(byte: number): boolean {
  return byte === BLANK || (byte >= TAB && byte <= RETURN);
}
