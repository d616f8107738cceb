import { GrowingColumn } from '../../domain';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Finds the values that hold a line end, of which no register table may have one (data contract 1). A quote opens a
 * value where it is the first character of a field; it closes with the next quote that is not doubled, and only where
 * the field ends there. A quote that nothing closes so opens nothing: its line alone is at fault.
 */
export class QuotedLines {
  readonly ranges = new LineRanges();
  readonly #separator: string;
  readonly #lineBytes: number;
  #rest: Buffer = Buffer.alloc(0);
  /** Place of the rest in the text. */
  #place = 0;
  /** Where the line begins that has opened a value; -1 while none is open. */
  #openedAt = -1;
  /** Where the line ends that last closed a value which began further up, while it has opened another. */
  #closedAt = -1;

  constructor(separator: string, lineBytes: number) {
    this.#separator = separator;
    this.#lineBytes = lineBytes;
  }

  /** Takes the next piece of the text. */
  add(piece: Buffer): void {
    const text = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const end = text.lastIndexOf(LINE_FEED) + 1;
    this.#lines(text.subarray(0, end));
    this.#place += end;
    this.#rest = text.subarray(end);
    // What is too long to be a line is given up by whoever reads it: it neither opens nor closes anything.
    if (this.#rest.length <= this.#lineBytes) return;
    this.#place += this.#rest.length;
    this.#rest = Buffer.alloc(0);
    this.#giveUp();
  }

  /** Ends the text; what is open then was never closed. */
  finish(): LineRanges {
    this.#lines(this.#rest);
    this.#giveUp();
    return this.ranges;
  }

  /**
   * Looks at the lines that may open or close a value. While none is open, a line with an even number of quotes opens
   * none: each quoted field before one that opens has an even number, and that one an odd number.
   */
  #lines(text: Buffer): void {
    if (!text.includes(QUOTE)) return;
    let start = 0;
    let quotes = 0;
    for (let place = 0; place < text.length; place += 1) {
      const byte = text[place];
      if (byte === QUOTE) quotes += 1;
      if (byte !== LINE_FEED && place + 1 < text.length) continue;
      if (quotes > 0 && (quotes % 2 === 1 || this.#openedAt >= 0)) {
        this.#line(text.subarray(start, place + 1), this.#place + start);
      }
      start = place + 1;
      quotes = 0;
    }
  }

  #line(bytes: Buffer, start: number): void {
    const line = bytes.subarray(0, lineLength(bytes)).toString('utf8');
    if (this.#openedAt >= 0) {
      const behind = this.#closing(line, 0);
      if (behind === undefined) return;
      if (behind >= 0) {
        this.#closedAt = start + bytes.length;
        if (!this.#opens(line, behind)) this.#giveUp();
        return;
      }
      this.#giveUp();
      // A line that has closed a value and opened another, which nothing closes, belongs to the first.
    }
    if (this.#opens(line, 0)) this.#openedAt = start;
  }

  /** Notes what has been closed so far; what is open opens nothing. */
  #giveUp(): void {
    if (this.#openedAt >= 0 && this.#closedAt >= 0) this.ranges.add(this.#openedAt, this.#closedAt);
    this.#openedAt = -1;
    this.#closedAt = -1;
  }

  /** True where a quote in the fields from that place on is not closed in the line. */
  #opens(line: string, from: number): boolean {
    for (let place = from; place <= line.length; place += 1) {
      place = behindBlanks(line, place, this.#separator);
      if (line[place] === '"') {
        const behind = this.#closing(line, place + 1);
        if (behind === undefined) return true;
        if (behind < 0) return false;
        place = behind - 1;
      } else {
        const end = line.indexOf(this.#separator, place);
        const field = end < 0 ? line.slice(place) : line.slice(place, end);
        if (end < 0 || field.includes('"')) return false;
        place = end;
      }
    }
    return false;
  }

  /**
   * Where the next field begins behind the quote that closes a value, seen from within the value: past the end of the
   * line where the line ends there. -1 where the quote closes nothing; undefined where there is none.
   */
  #closing(line: string, from: number): number | undefined {
    let quote = line.indexOf('"', from);
    while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2);
    if (quote < 0) return undefined;
    const behind = behindBlanks(line, quote + 1, this.#separator);
    if (behind >= line.length) return line.length + 1;
    return line[behind] === this.#separator ? behind + 1 : -1;
  }
}

/** Length of a line without its end. */
function lineLength(bytes: Buffer): number {
  const length = bytes.at(-1) === LINE_FEED ? bytes.length - 1 : bytes.length;
  return bytes[length - 1] === RETURN ? length - 1 : length;
}

function behindBlanks(line: string, from: number, separator: string): number {
  let place = from;
  while (place < line.length && line[place] !== separator && /\s/.test(line.charAt(place))) place += 1;
  return place;
}

/** Lines of a text over which one value is spread, from the quote that opens it to the one that closes it. */
export interface LineRange {
  /** First byte of the first line and the one behind the last, counted from the first row. */
  readonly start: number;
  readonly end: number;
}

/** Ranges of lines in the order of the text, kept as numbers: a text may hold a million of them. */
export class LineRanges {
  readonly #bounds = new GrowingColumn();

  add(start: number, end: number): void {
    this.#bounds.push(start);
    this.#bounds.push(end);
  }

  /** The range of that number; undefined behind the last. */
  at(index: number): LineRange | undefined {
    if (index * 2 >= this.#bounds.length) return undefined;
    return { start: this.#bounds.get(index * 2), end: this.#bounds.get(index * 2 + 1) };
  }
}
