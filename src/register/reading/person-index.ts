import { f64, i32 } from '../../domain/columns';
import { assert } from '../../domain/errors';

/** The shared memory of a person index, which threads read together. */
export interface PersonIndexMemory {
  readonly keys: Float64Array;
  readonly ordinals: Int32Array;
}

/**
 * Person id to ordinal: an open hash table in shared memory. Former ids lead to the ordinal of the person that they
 * have become.
 */
export class PersonIndex {
  readonly memory: PersonIndexMemory;
  readonly #mask: number;

  constructor(memory: PersonIndexMemory) {
    this.memory = memory;
    this.#mask = memory.keys.length - 1;
  }

  /** An empty index for so many ids. */
  static forIds(count: number): PersonIndex {
    let size = 16;
    while (size < count * 2) size *= 2;
    return new PersonIndex({
      keys: new Float64Array(new SharedArrayBuffer(size * 8)),
      ordinals: new Int32Array(new SharedArrayBuffer(size * 4)),
    });
  }

  /** Adds an id that is not there yet. */
  add(personId: number, ordinal: number): void {
    const slot = this.#slot(personId);
    assert(this.memory.keys[slot] === 0 && personId > 0, 'a person id is put into the index once');
    this.memory.keys[slot] = personId;
    this.memory.ordinals[slot] = ordinal;
  }

  /** Ordinal of the person with that id, -1 where there is none. */
  find(personId: number): number {
    const slot = this.#slot(personId);
    return this.memory.keys[slot] === personId ? i32(this.memory.ordinals, slot) : -1;
  }

  #slot(personId: number): number {
    const { keys } = this.memory;
    const high = Math.floor(personId / 0x1_0000_0000);
    let slot = Math.imul((personId >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (let key = f64(keys, slot); key !== 0 && key !== personId; key = f64(keys, slot))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
