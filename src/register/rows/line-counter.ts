const LINE_FEED = 0x0a;
const RETURN = 0x0d;

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
export function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let index = bytes.indexOf(LINE_FEED); index >= 0; index = bytes.indexOf(LINE_FEED, index + 1)) lines += 1;
  return lines;
}
