import { f64 } from './columns';

/** A column of numbers that grows at its end; 8 bytes a value, no object. */
export class GrowingColumn {
  #values = new Float64Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  get(index: number): number {
    return f64(this.#values, index);
  }

  /** The values so far, without a copy. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /**
   * The values so far in memory that threads share, as another type of column.
   *
   * @example column.shared(Int32Array)
   */
  shared<T extends { set(values: Float64Array): void }>(type: {
    new (buffer: SharedArrayBuffer): T;
    readonly BYTES_PER_ELEMENT: number;
  }): T {
    const column = new type(new SharedArrayBuffer(this.#length * type.BYTES_PER_ELEMENT));
    column.set(this.view());
    return column;
  }
}
