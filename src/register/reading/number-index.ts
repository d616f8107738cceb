import { assert, f64, i32 } from '../../domain';

/** The memory of an index, which threads read together. */
export interface NumberIndexMemory {
  readonly numbers: Float64Array;
  readonly values: Int32Array;
}

/**
 * A small whole number for each of many large ones (ids of persons, fingerprints of keys): an open hash table in shared
 * memory, without an object a number.
 */
export class NumberIndex {
  readonly memory: NumberIndexMemory;
  readonly #mask: number;

  constructor(memory: NumberIndexMemory) {
    this.memory = memory;
    this.#mask = memory.numbers.length - 1;
  }

  /** An empty index for so many numbers. */
  static forCount(count: number): NumberIndex {
    let size = 16;
    while (size < count * 2) size *= 2;
    return new NumberIndex({
      numbers: new Float64Array(new SharedArrayBuffer(size * 8)),
      values: new Int32Array(new SharedArrayBuffer(size * 4)),
    });
  }

  /** Forgets all numbers. */
  clear(): void {
    this.memory.numbers.fill(0);
  }

  /** Adds a number above 0 that is not there yet, with a value from 0. */
  add(number: number, value: number): void {
    const slot = this.#slot(number);
    assert(this.memory.numbers[slot] === 0 && number > 0, 'a number is put into the index once');
    this.memory.numbers[slot] = number;
    this.memory.values[slot] = value;
  }

  /** Value of a number, -1 where it is not there. */
  find(number: number): number {
    const slot = this.#slot(number);
    return this.memory.numbers[slot] === number ? i32(this.memory.values, slot) : -1;
  }

  #slot(number: number): number {
    const { numbers } = this.memory;
    const high = Math.floor(number / 0x1_0000_0000);
    let slot = Math.imul((number >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (let there = f64(numbers, slot); there !== 0 && there !== number; there = f64(numbers, slot))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
