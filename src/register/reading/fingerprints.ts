import { u32 } from '../../domain';

/** Two halves of a 64-bit fingerprint. */
export interface Fingerprint {
  high: number;
  low: number;
}

/**
 * Fingerprint of bytes: equal bytes have equal ones. It only says where to look; whoever finds two equal ones compares
 * the bytes themselves.
 */
export function fingerprintBytes(bytes: Uint8Array, start: number, end: number, target: Fingerprint): void {
  let high = 0x2f0b4a47 ^ (end - start);
  let low = 0x9747b28c;
  let place = start;
  for (; place + 4 <= end; place += 4) {
    const block =
      (bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24);
    high = mixHigh(high, block);
    low = mixLow(low, block);
  }
  let rest = 0;
  for (; place < end; place += 1) rest = (rest << 8) | (bytes[place] ?? 0);
  target.high = avalanche(mixHigh(high, rest));
  target.low = avalanche(mixLow(low, rest));
}

function mixHigh(hash: number, block: number): number {
  const spread = Math.imul(block, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function mixLow(hash: number, block: number): number {
  const spread = Math.imul(block, 0x239b961b);
  const mixed = hash ^ Math.imul((spread << 16) | (spread >>> 16), 0xab0e9789);
  return (Math.imul((mixed << 17) | (mixed >>> 15), 9) + 0x561ccd1b) | 0;
}

function avalanche(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Words of a fingerprint, and of its owner. */
const WORDS = 2;
const FIRST_SLOTS = 16;

/** What a table knew of a fingerprint that is put into it. */
export type Known = 'new' | 'same owner' | 'other owner';

/** An open hash table of fingerprints, each with the owner that came first where owners count. */
export class FingerprintTable {
  readonly #withOwner: boolean;
  #prints = new Uint32Array(FIRST_SLOTS * WORDS);
  #owners: Uint32Array;
  #size = 0;

  /** @param withOwner false where every owner is the same: then none is kept */
  constructor(withOwner: boolean) {
    this.#withOwner = withOwner;
    this.#owners = new Uint32Array(withOwner ? FIRST_SLOTS * WORDS : 0);
  }

  get size(): number {
    return this.#size;
  }

  /** Makes room for so many fingerprints and forgets all. */
  clear(expected: number): void {
    let slots = FIRST_SLOTS;
    while (slots < expected * 2) slots *= 2;
    if (this.#prints.length === slots * WORDS) this.#prints.fill(0);
    else this.#prints = new Uint32Array(slots * WORDS);
    if (this.#withOwner) this.#owners = new Uint32Array(slots * WORDS);
    this.#size = 0;
  }

  /** Puts a fingerprint in, unless it is there; tells what was known of it. */
  add(high: number, low: number, ownerHigh: number, ownerLow: number): Known {
    if ((this.#size + 1) * WORDS * 2 > this.#prints.length) this.#grow();
    const mark = high === 0 && low === 0 ? 1 : high;
    const place = this.#find(mark, low);
    const prints = this.#prints;
    if (u32(prints, place) === 0 && u32(prints, place + 1) === 0) {
      prints[place] = mark;
      prints[place + 1] = low;
      this.#size += 1;
      if (this.#withOwner) this.#owners.set([ownerHigh, ownerLow], place);
      return 'new';
    }
    if (!this.#withOwner) return 'same owner';
    return this.#owners[place] === ownerHigh && this.#owners[place + 1] === ownerLow ? 'same owner' : 'other owner';
  }

  has(high: number, low: number): boolean {
    const mark = high === 0 && low === 0 ? 1 : high;
    const place = this.#find(mark, low);
    return this.#prints[place] === mark && this.#prints[place + 1] === low;
  }

  /** Place of a fingerprint, or the free one where it belongs. */
  #find(high: number, low: number): number {
    const prints = this.#prints;
    const mask = prints.length / WORDS - 1;
    let slot = (low ^ (low >>> 15)) & mask;
    for (;;) {
      const place = slot * WORDS;
      const first = u32(prints, place);
      const second = u32(prints, place + 1);
      if ((first === high && second === low) || (first === 0 && second === 0)) return place;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const prints = this.#prints;
    const owners = this.#owners;
    this.#prints = new Uint32Array(prints.length * 2);
    this.#owners = new Uint32Array(owners.length * 2);
    for (let place = 0; place < prints.length; place += WORDS) {
      const high = u32(prints, place);
      const low = u32(prints, place + 1);
      if (high === 0 && low === 0) continue;
      const moved = this.#find(high, low);
      this.#prints[moved] = high;
      this.#prints[moved + 1] = low;
      if (this.#withOwner) this.#owners.set(owners.subarray(place, place + WORDS), moved);
    }
  }
}
