/**
 * Numbers added at the end, handed over as a typed column of their own. Columns stand on shared memory, so that several
 * threads can read one table without a copy.
 */
export class GrowingNumbers {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  toFloat64(): Float64Array {
    return this.#into(new Float64Array(new SharedArrayBuffer(this.#length * 8)));
  }

  toInt32(): Int32Array {
    return this.#into(new Int32Array(new SharedArrayBuffer(this.#length * 4)));
  }

  toUint32(): Uint32Array {
    return this.#into(new Uint32Array(new SharedArrayBuffer(this.#length * 4)));
  }

  toUint8(): Uint8Array {
    return this.#into(new Uint8Array(new SharedArrayBuffer(this.#length)));
  }

  #into<T extends { set(values: Float64Array): void }>(column: T): T {
    column.set(this.#values.subarray(0, this.#length));
    return column;
  }
}
