import { u32 } from '../domain/columns';

/** Words of an entry: two of the fingerprint, two of its owner. */
const ENTRY_WORDS = 4;

/** What a table knew of a fingerprint that is put into it. */
export type Known = 'new' | 'same owner' | 'other owner';

/** An open hash table of fingerprints, each with the owner that came first. */
export class FingerprintTable {
  #entries = new Uint32Array(16 * ENTRY_WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Makes room for so many fingerprints and forgets all. */
  clear(expected: number): void {
    let slots = 16;
    while (slots < expected * 2) slots *= 2;
    if (this.#entries.length === slots * ENTRY_WORDS) this.#entries.fill(0);
    else this.#entries = new Uint32Array(slots * ENTRY_WORDS);
    this.#size = 0;
  }

  /** Puts a fingerprint in, unless it is there; tells what was known of it. */
  add(high: number, low: number, ownerHigh: number, ownerLow: number): Known {
    if ((this.#size + 1) * ENTRY_WORDS * 2 > this.#entries.length) this.#grow();
    const mark = high === 0 && low === 0 ? 1 : high;
    const entry = this.#find(mark, low);
    const entries = this.#entries;
    if (entries[entry] === 0 && entries[entry + 1] === 0) {
      entries[entry] = mark;
      entries[entry + 1] = low;
      entries[entry + 2] = ownerHigh;
      entries[entry + 3] = ownerLow;
      this.#size += 1;
      return 'new';
    }
    return entries[entry + 2] === ownerHigh && entries[entry + 3] === ownerLow ? 'same owner' : 'other owner';
  }

  has(high: number, low: number): boolean {
    const mark = high === 0 && low === 0 ? 1 : high;
    const entry = this.#find(mark, low);
    return this.#entries[entry] === mark && this.#entries[entry + 1] === low;
  }

  /** Place of a fingerprint's entry, or of the free one where it belongs. */
  #find(high: number, low: number): number {
    const entries = this.#entries;
    const mask = entries.length / ENTRY_WORDS - 1;
    let slot = (low ^ (low >>> 15)) & mask;
    for (;;) {
      const entry = slot * ENTRY_WORDS;
      const first = u32(entries, entry);
      const second = u32(entries, entry + 1);
      if ((first === high && second === low) || (first === 0 && second === 0)) return entry;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#entries;
    this.#entries = new Uint32Array(old.length * 2);
    for (let entry = 0; entry < old.length; entry += ENTRY_WORDS) {
      const high = u32(old, entry);
      const low = u32(old, entry + 1);
      if (high === 0 && low === 0) continue;
      this.#entries.set(old.subarray(entry, entry + ENTRY_WORDS), this.#find(high, low));
    }
  }
}
