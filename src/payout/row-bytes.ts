const ZERO = 48;
const MINUS = 45;
const LARGE = 1_000_000_000;

/**
 * Rows of text as bytes, for the two files that hold hundreds of thousands: no string is made, so nothing is left to
 * collect. The caller empties it before it is full.
 */
export class RowBytes {
  readonly buffer: Buffer;
  /** Bytes in use. */
  length = 0;

  constructor(capacity: number) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  get room(): number {
    return this.buffer.length - this.length;
  }

  /** The bytes in use; valid until the next call. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  byte(code: number): void {
    this.buffer[this.length] = code;
    this.length += 1;
  }

  copy(source: Buffer, start: number, end: number): void {
    source.copy(this.buffer, this.length, start, end);
    this.length += end - start;
  }

  /** Text of ASCII characters. */
  ascii(text: string): void {
    const { buffer } = this;
    let place = this.length;
    for (let index = 0; index < text.length; index += 1) {
      buffer[place] = text.charCodeAt(index);
      place += 1;
    }
    this.length = place;
  }

  /** Any text, as UTF-8; short ASCII, which nearly all is, without leaving this function. */
  text(text: string): void {
    const { buffer } = this;
    let place = this.length;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        this.length += buffer.write(text, this.length, 'utf8');
        return;
      }
      buffer[place] = code;
      place += 1;
    }
    this.length = place;
  }

  /** A whole number. */
  whole(value: number): void {
    if (value < 0) this.byte(MINUS);
    const size = value < 0 ? -value : value;
    if (size < LARGE) {
      this.padded(size, digitsOf(size));
      return;
    }
    const high = Math.floor(size / LARGE);
    this.padded(high, digitsOf(high));
    this.padded(size - high * LARGE, 9);
  }

  /** A whole number from 0 to 999 999 999 with a fixed number of digits. */
  padded(value: number, digits: number): void {
    let rest = value;
    for (let place = this.length + digits - 1; place >= this.length; place -= 1) {
      const tenth = (rest / 10) | 0;
      this.buffer[place] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.length += digits;
  }
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let limit = 10; limit <= value; limit *= 10) digits += 1;
  return digits;
}
