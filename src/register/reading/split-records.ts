import { CsvError, parse } from 'csv-parse/sync';
import { at, trimBlanks } from '../../domain';
import { READING_LIMITS } from '../rejects/reading-limits';
import type { TextSource } from './open-text';
import type { LineRange, LineRanges } from './quoted-lines';

/** Takes the records of a file. Cells are trimmed. */
export interface RecordSink {
  /** A record with the line on which it begins. */
  record(line: number, cells: string[]): void;
  /** A line whose quotes make no sense; the cells are a guess that may only be used to find whom it concerns. */
  broken(line: number, cells: string[]): void;
  /** A line of a value that holds a line end, where no value may hold one. */
  spread?(line: number, text: string): void;
  /** A line that is longer than allowed, of which nothing is read. */
  tooLong?(line: number): void;
  /** Whole lines without a quote and without NUL, of which the sink makes records itself; returns the line behind the last. */
  lines?(bytes: Uint8Array, start: number, line: number): number;
}

export type Separator = ',' | ';' | '\t';

/** What holds for the lines of a text. */
export interface LineRules {
  /** Where no value may hold a line end: the lines of those that do. Undefined where values may. */
  readonly spread?: LineRanges;
  /** Bytes of a line without its end. */
  readonly lineBytes: number;
}

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
 * quote is still open there, the piece is given more lines, unless no value may hold a line end. A record that breaks
 * the rules of quoting costs its first line only: reading goes on with the next.
 */
export class RecordReader {
  readonly #source: TextSource;
  readonly #separator: Separator;
  readonly #rules: LineRules;
  #pending: Buffer;
  #line: number;
  /** Bytes that have been read. */
  #place = 0;
  #ended = false;
  #pieceBytes = PIECE_BYTES;
  #ranges = 0;

  /** Starts behind the header: `pending` is what was read of the text beyond it, `line` its first line. */
  constructor(
    source: TextSource,
    separator: Separator,
    pending: Buffer,
    line: number,
    rules: LineRules = READING_LIMITS,
  ) {
    this.#source = source;
    this.#separator = separator;
    this.#rules = rules;
    this.#pending = pending;
    this.#line = line;
  }

  /** Sends every record to the sink. */
  readAll(sink: RecordSink): void {
    let wanted = this.#pieceBytes;
    while (this.#fill(wanted)) {
      const range = this.#rules.spread?.at(this.#ranges);
      if (range?.start === this.#place) {
        this.#readRange(range, sink);
        continue;
      }
      const end = this.#pieceEnd(wanted, range);
      if (end === undefined && this.#pending.length > this.#rules.lineBytes) {
        this.#skipLine(sink);
        continue;
      }
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

  /** Where a piece of about so many bytes ends: behind a line end, at the end of the text or before a range. */
  #pieceEnd(wanted: number, range: LineRange | undefined): number | undefined {
    const most = range === undefined ? this.#pending.length : Math.min(range.start - this.#place, this.#pending.length);
    if (wanted >= most && (this.#ended || most < this.#pending.length)) return most;
    const before = this.#pending.lastIndexOf(LINE_FEED, Math.min(wanted, most) - 1);
    if (before >= 0) return before + 1;
    const after = this.#pending.indexOf(LINE_FEED);
    if (after >= 0) return after + 1;
    return this.#ended ? this.#pending.length : undefined;
  }

  /** Reads as much of a piece as makes sense and returns the bytes used; 0 asks for a longer one. */
  #readPiece(piece: Buffer, sink: RecordSink): number {
    if (sink.lines && !piece.includes(QUOTE) && !piece.includes(NUL)) {
      this.#line = sink.lines(piece, 0, this.#line);
      this.#take(piece.length);
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
    const mayGoOn = failure.open && this.#rules.spread === undefined;
    if (mayGoOn && !atEnd && rest.length < RECORD_BYTES_MAXIMUM) return used;
    this.#pieceBytes = CAREFUL_BYTES;
    used += this.#breakLine(sink);
    return used;
  }

  #consume(bytes: number): number {
    this.#line += countLines(this.#pending.subarray(0, bytes));
    this.#take(bytes);
    return bytes;
  }

  #take(bytes: number): void {
    this.#place += bytes;
    this.#pending = this.#pending.subarray(bytes);
  }

  /** Gives up the first line that is not blank. */
  #breakLine(sink: RecordSink): number {
    let used = 0;
    for (;;) {
      const end = this.#pending.indexOf(LINE_FEED);
      const bytes = end < 0 ? this.#pending.length : end + 1;
      if (sink.tooLong && this.#isTooLong(end)) {
        this.#skipLine(sink);
        return bytes;
      }
      const text = trimBlanks(this.#pending.subarray(0, bytes).toString('utf8'));
      if (text !== '') sink.broken(this.#line, guessCells(text, this.#separator));
      used += this.#consume(bytes);
      if (text !== '' || this.#pending.length === 0) return used;
    }
  }

  /** Gives the lines of a value that holds line ends, one by one. */
  #readRange(range: LineRange, sink: RecordSink): void {
    while (this.#place < range.end && this.#fill(Math.min(range.end - this.#place, this.#rules.lineBytes * 2))) {
      const end = this.#pending.indexOf(LINE_FEED);
      if (this.#isTooLong(end)) {
        this.#skipLine(sink);
        continue;
      }
      const bytes = end < 0 ? this.#pending.length : end + 1;
      sink.spread?.(this.#line, this.#pending.subarray(0, bytes).toString('utf8'));
      this.#consume(bytes);
    }
    this.#ranges += 1;
  }

  /** True where the first line, which ends there, is too long. */
  #isTooLong(end: number): boolean {
    return (end < 0 ? this.#pending.length : end) > this.#rules.lineBytes;
  }

  /** Passes over a line that is too long, without keeping it. */
  #skipLine(sink: RecordSink): void {
    sink.tooLong?.(this.#line);
    for (;;) {
      const end = this.#pending.indexOf(LINE_FEED);
      this.#consume(end < 0 ? this.#pending.length : end + 1);
      if (end >= 0 || !this.#fill(1)) return;
    }
  }

  #tryParse(piece: Buffer, sink: RecordSink): { bytesBefore: number; open: boolean } | undefined {
    const ends: number[] = [];
    try {
      const records = parseRecords(piece, this.#separator, ends);
      const lines = new LineCounter(piece, this.#line);
      records.forEach((record, index) => {
        const { line, text } = lines.next(at(ends, index));
        if (this.#rules.spread !== undefined && isSpread(text)) spreadText(sink, line, text);
        else if (sink.tooLong && text.length > this.#rules.lineBytes) sink.tooLong(line);
        else sendRecord(sink, line, record);
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
    return rows.length === 0 ? [] : at(rows, 0).map(trimBlanks);
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

/**
 * True where the text of a record goes over more lines than one. A CR alone ends no line where the file has LF, but
 * between quotes it may stand for the end of one, and then the row behind it would be swallowed.
 */
function isSpread(text: Buffer): boolean {
  if (text.includes(LINE_FEED)) return true;
  const returned = text.indexOf(RETURN);
  return returned >= 0 && text.includes(QUOTE) && trimBlanks(text.subarray(returned).toString('utf8')) !== '';
}

/** Gives the lines of a value that only csv-parse takes for one: a quote behind blanks and a closed one opens it again. */
function spreadText(sink: RecordSink, line: number, text: Buffer): void {
  text
    .toString('utf8')
    .split('\n')
    .forEach((each, index) => {
      sink.spread?.(line + index, each);
    });
}

/** Sends a record, unless every field of it is empty: that is a blank line. */
function sendRecord(sink: RecordSink, line: number, record: readonly string[]): void {
  const cells: string[] = [];
  let isBlank = true;
  for (const cell of record) {
    const trimmed = trimBlanks(cell);
    isBlank &&= trimmed === '';
    cells.push(trimmed);
  }
  if (!isBlank) sink.record(line, cells);
}

/** Cells of a line whose quotes make no sense. */
export function guessCells(text: string, separator: Separator): string[] {
  return text.split(separator).map((cell) => trimBlanks(cell.replaceAll('"', '')));
}

/** Tells the lines on which the records of a piece begin. csv-parse skips lines of blanks, and counts lone CRs as lines. */
export class LineCounter {
  readonly #piece: Buffer;
  #place = 0;
  #line: number;

  constructor(piece: Buffer, line: number) {
    this.#piece = piece;
    this.#line = line;
  }

  /** Line of the next record, which ends at that byte, and its text without the line feed that ends it. */
  next(end: number): { line: number; text: Buffer } {
    for (let blank = this.#blankLineBytes(end); blank > 0; blank = this.#blankLineBytes(end)) {
      this.#pass(this.#place + blank);
    }
    const textEnd = this.#piece[end - 1] === LINE_FEED ? end - 1 : end;
    const record = { line: this.#line, text: this.#piece.subarray(this.#place, textEnd) };
    this.#pass(end);
    return record;
  }

  /** Bytes of the line at the place where it holds nothing but blanks, 0 elsewhere. */
  #blankLineBytes(end: number): number {
    let place = this.#place;
    while (place < end && isBlank(this.#piece[place] ?? 0)) place += 1;
    const feed = this.#piece.indexOf(LINE_FEED, this.#place);
    if (feed < 0 || feed >= end) return 0;
    const ascii = place >= feed;
    const blank = ascii || this.#piece.subarray(this.#place, feed).toString('utf8').trim() === '';
    return blank ? feed + 1 - this.#place : 0;
  }

  #pass(end: number): void {
    this.#line += countLines(this.#piece.subarray(this.#place, end));
    this.#place = end;
  }
}

/** Blanks of ASCII that csv-parse trims, the line feed apart. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || (byte >= 0x0b && byte <= RETURN);
}

/** Line feeds of a text. */
function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let index = bytes.indexOf(LINE_FEED); index >= 0; index = bytes.indexOf(LINE_FEED, index + 1)) lines += 1;
  return lines;
}
