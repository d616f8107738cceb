import { CsvError, parse } from 'csv-parse/sync';
import { at } from '../../domain';
import type { TextSource } from './text-source';

/** Takes the records of a file. Cells are trimmed. */
export interface RecordSink {
  /** A record with the line on which it begins. */
  record(line: number, cells: string[]): void;
  /** A line whose quotes make no sense; the cells are a guess that may only be used to find whom it concerns. */
  broken(line: number, cells: string[]): void;
  /** Whole lines without a quote and without NUL, of which the sink makes records itself; returns the line behind the last. */
  lines?(bytes: Uint8Array, start: number, end: number, line: number): number;
}

export type Separator = ',' | ';' | '\t';

/** Bytes parsed at a time while all goes well, and after a fault. */
const PIECE_BYTES = 1 << 18;
const CAREFUL_BYTES = 1 << 11;
/** A quoted value that is not closed within so many bytes never will be. */
const RECORD_BYTES_MAXIMUM = 1 << 20;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const NUL = 0;

/**
 * Reads RFC 4180 records with csv-parse, piece by piece. A piece ends at a line end; where csv-parse says that a
 * quote is still open there, the piece is given more lines. A record that breaks the rules of quoting costs its first
 * line only: reading goes on with the next.
 */
export class RecordReader {
  readonly #source: TextSource;
  readonly #separator: Separator;
  #pending: Buffer;
  #line: number;
  #ended = false;
  #pieceBytes = PIECE_BYTES;

  /** Starts behind the header: `pending` is what was read of the text beyond it, `line` its first line. */
  constructor(source: TextSource, separator: Separator, pending: Buffer, line: number) {
    this.#source = source;
    this.#separator = separator;
    this.#pending = pending;
    this.#line = line;
  }

  /** Sends every record to the sink. */
  readAll(sink: RecordSink): void {
    let wanted = this.#pieceBytes;
    while (this.#fill(wanted)) {
      const end = this.#pieceEnd(wanted);
      const used = end === undefined ? 0 : this.#readPiece(this.#pending.subarray(0, end), sink);
      wanted = used > 0 ? this.#pieceBytes : wanted * 2;
    }
  }

  /** Reads until so many bytes are pending; false when nothing is left. */
  #fill(wanted: number): boolean {
    while (this.#pending.length < wanted && !this.#ended) {
      const chunk = this.#source.next();
      if (chunk === undefined) this.#ended = true;
      else this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    }
    return this.#pending.length > 0;
  }

  /** Where a piece of about so many bytes ends: behind a line end or at the end of the text. */
  #pieceEnd(wanted: number): number | undefined {
    if (wanted >= this.#pending.length) {
      if (this.#ended) return this.#pending.length;
    }
    const before = this.#pending.lastIndexOf(LINE_FEED, Math.min(wanted, this.#pending.length) - 1);
    if (before >= 0) return before + 1;
    const after = this.#pending.indexOf(LINE_FEED);
    if (after >= 0) return after + 1;
    return this.#ended ? this.#pending.length : undefined;
  }

  /** Reads as much of a piece as makes sense and returns the bytes used; 0 asks for a longer one. */
  #readPiece(piece: Buffer, sink: RecordSink): number {
    if (sink.lines && !piece.includes(QUOTE) && !piece.includes(NUL)) {
      this.#line = sink.lines(piece, 0, piece.length, this.#line);
      this.#pending = this.#pending.subarray(piece.length);
      return piece.length;
    }
    const failure = this.#tryParse(piece, sink);
    if (failure === undefined) {
      this.#pieceBytes = Math.min(PIECE_BYTES, this.#pieceBytes * 2);
      return this.#consume(piece.length);
    }
    const goodBytes = failure.bytesBefore;
    if (goodBytes > 0) this.#tryParse(piece.subarray(0, goodBytes), sink);
    let used = this.#consume(goodBytes);
    const rest = piece.subarray(goodBytes);
    const atEnd = this.#ended && rest.length === this.#pending.length;
    if (failure.open && !atEnd && rest.length < RECORD_BYTES_MAXIMUM) return used;
    this.#pieceBytes = CAREFUL_BYTES;
    used += this.#breakLine(sink);
    return used;
  }

  #consume(bytes: number): number {
    this.#line += countLines(this.#pending.subarray(0, bytes));
    this.#pending = this.#pending.subarray(bytes);
    return bytes;
  }

  /** Gives up the first line that is not blank. */
  #breakLine(sink: RecordSink): number {
    let used = 0;
    for (;;) {
      const end = this.#pending.indexOf(LINE_FEED);
      const bytes = end < 0 ? this.#pending.length : end + 1;
      const text = this.#pending.subarray(0, bytes).toString('utf8').trim();
      if (text !== '') sink.broken(this.#line, guessCells(text, this.#separator));
      used += this.#consume(bytes);
      if (text !== '' || this.#pending.length === 0) return used;
    }
  }

  #tryParse(piece: Buffer, sink: RecordSink): { bytesBefore: number; open: boolean } | undefined {
    const ends: number[] = [];
    try {
      const records = parseRecords(piece, this.#separator, ends);
      const lines = new LineCounter(piece, this.#line);
      records.forEach((record, index) => {
        sendRecord(sink, lines.next(at(ends, index)), record);
      });
      return undefined;
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      return { bytesBefore: ends.at(-1) ?? 0, open: cause.code === 'CSV_QUOTE_NOT_CLOSED' };
    }
  }
}

/** Cells of a header line; undefined where its quotes make no sense. */
export function parseHeader(line: Buffer, separator: Separator): string[] | undefined {
  try {
    const rows = parseRecords(line, separator);
    return rows.length === 0 ? [] : at(rows, 0).map((cell) => cell.trim());
  } catch (cause) {
    if (cause instanceof CsvError) return undefined;
    throw cause;
  }
}

/** Parses whole records; `ends` is given the place behind each of them, also of those before a fault. */
function parseRecords(bytes: Buffer, separator: Separator, ends: number[] = []): string[][] {
  return parse(bytes, {
    delimiter: separator,
    record_delimiter: ['\n', '\r\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (record, info) => {
      ends.push(info.bytes);
      return record;
    },
  });
}

function sendRecord(sink: RecordSink, line: number, record: readonly string[]): void {
  const cells = record.map((cell) => cell.trim());
  if (cells.length > 1 || cells[0] !== '') sink.record(line, cells);
}

/** Tells the lines on which the records of a piece begin. csv-parse skips empty lines, and counts lone CRs as lines. */
class LineCounter {
  readonly #piece: Buffer;
  #place = 0;
  #line: number;

  constructor(piece: Buffer, line: number) {
    this.#piece = piece;
    this.#line = line;
  }

  /** Line of the next record, which ends at that byte. */
  next(end: number): number {
    let ends = this.#lineEndBytes();
    for (; ends > 0; ends = this.#lineEndBytes()) this.#pass(this.#place + ends);
    const line = this.#line;
    this.#pass(end);
    return line;
  }

  /** Bytes of the line end at the place, 0 where there is none. */
  #lineEndBytes(): number {
    if (this.#piece[this.#place] === LINE_FEED) return 1;
    return this.#piece[this.#place] === RETURN && this.#piece[this.#place + 1] === LINE_FEED ? 2 : 0;
  }

  #pass(end: number): void {
    this.#line += countLines(this.#piece.subarray(this.#place, end));
    this.#place = end;
  }
}

function guessCells(text: string, separator: Separator): string[] {
  return text.split(separator).map((cell) => cell.replaceAll('"', '').trim());
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let index = bytes.indexOf(LINE_FEED); index >= 0; index = bytes.indexOf(LINE_FEED, index + 1)) lines += 1;
  return lines;
}
