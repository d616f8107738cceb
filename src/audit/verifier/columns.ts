/** Rows of a table in one chunk of memory. */
const CHUNK_ROWS = 16_384;

/** Many rows of numbers, in little memory: a run has a million persons. */
export class NumberRows {
  readonly #width: number;
  readonly #chunks: Float64Array[] = [];
  length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  push(...values: readonly number[]): void {
    const offset = this.length % CHUNK_ROWS;
    if (offset === 0) this.#chunks.push(new Float64Array(CHUNK_ROWS * this.#width));
    this.#chunks.at(-1)?.set(values, offset * this.#width);
    this.length += 1;
  }

  at(row: number, column: number): number {
    return this.#chunks[Math.floor(row / CHUNK_ROWS)]?.[(row % CHUNK_ROWS) * this.#width + column] ?? 0;
  }
}

/** Many byte strings of one length. */
export class ByteRows {
  readonly #width: number;
  readonly #chunks: Buffer[] = [];
  length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Adds a row: the first bytes of a buffer, or hex digits; what is shorter ends with zeros. */
  push(value: Uint8Array | string): void {
    const offset = this.length % CHUNK_ROWS;
    if (offset === 0) this.#chunks.push(Buffer.alloc(CHUNK_ROWS * this.#width));
    const chunk = this.#chunks.at(-1);
    if (typeof value === 'string') chunk?.write(value, offset * this.#width, this.#width, 'hex');
    else chunk?.set(value.subarray(0, this.#width), offset * this.#width);
    this.length += 1;
  }

  at(row: number): Buffer {
    const from = (row % CHUNK_ROWS) * this.#width;
    return this.#chunks[Math.floor(row / CHUNK_ROWS)]?.subarray(from, from + this.#width) ?? Buffer.alloc(this.#width);
  }

  /** All rows in ascending order of their bytes. */
  inOrder(): Buffer[] {
    return Array.from({ length: this.length }, (_, row) => this.at(row)).sort(Buffer.compare);
  }
}

/** Texts that stand in many rows, each kept once. */
export class TextNumbers {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  at(number: number): string {
    return this.#texts[number] ?? '';
  }
}
