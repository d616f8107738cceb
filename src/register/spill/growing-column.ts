import { f64 } from '../../domain';

/** A column of numbers that grows; 8 bytes a value, no object. */
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
}
