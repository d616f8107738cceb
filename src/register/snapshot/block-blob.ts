import { assert } from '../../domain';

/** Bytes in front of the columns: number of rows, number of persons. */
const FRONT_BYTES = 8;

/** Lays columns of numbers one behind the other into one blob. */
export class BlobWriter {
  readonly bytes: Uint8Array;
  #place = FRONT_BYTES;

  constructor(rows: number, persons: number, columnBytes: number) {
    this.bytes = new Uint8Array(FRONT_BYTES + columnBytes);
    new Uint32Array(this.bytes.buffer, 0, 2).set([rows, persons]);
  }

  #claim(bytes: number): number {
    const start = this.#place;
    this.#place += bytes;
    assert(this.#place <= this.bytes.length, 'the columns of a block fit its bytes');
    return start;
  }

  f64(length: number): Float64Array {
    return new Float64Array(this.bytes.buffer, this.#claim(length * 8), length);
  }

  i32(length: number): Int32Array {
    return new Int32Array(this.bytes.buffer, this.#claim(length * 4), length);
  }

  u32(length: number): Uint32Array {
    return new Uint32Array(this.bytes.buffer, this.#claim(length * 4), length);
  }

  u16(length: number): Uint16Array {
    return new Uint16Array(this.bytes.buffer, this.#claim(length * 2), length);
  }

  u8(length: number): Uint8Array {
    return new Uint8Array(this.bytes.buffer, this.#claim(length), length);
  }
}

/** Gives the columns of a blob one after the other, as views over its bytes. */
export class BlobReader {
  readonly rows: number;
  readonly persons: number;
  readonly #buffer: ArrayBufferLike;
  #place: number;

  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
    this.#buffer = aligned.buffer;
    this.#place = aligned.byteOffset + FRONT_BYTES;
    const front = new Uint32Array(this.#buffer, aligned.byteOffset, 2);
    this.rows = front[0] ?? 0;
    this.persons = front[1] ?? 0;
  }

  #claim(bytes: number): number {
    const start = this.#place;
    this.#place += bytes;
    return start;
  }

  f64(length = this.rows): Float64Array {
    return new Float64Array(this.#buffer, this.#claim(length * 8), length);
  }

  i32(): Int32Array {
    return new Int32Array(this.#buffer, this.#claim(this.rows * 4), this.rows);
  }

  u32(length = this.rows): Uint32Array {
    return new Uint32Array(this.#buffer, this.#claim(length * 4), length);
  }

  u16(): Uint16Array {
    return new Uint16Array(this.#buffer, this.#claim(this.rows * 2), this.rows);
  }

  u8(length = this.rows): Uint8Array {
    return new Uint8Array(this.#buffer, this.#claim(length), length);
  }
}
