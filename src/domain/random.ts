/**
 * Seeded random numbers: sfc32 of C. Doty-Humphrey's PractRand (three words of state and a counter), integers only, so
 * every machine draws the same. One stream for each (seed, ordinal, topic): a person's decisions are drawn apart from
 * that person's hours, and nothing that one person draws can move another's draws.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** Begins the stream of a topic of an ordinal; all three are whole numbers below 2^32. */
  start(seed: number, ordinal: number, topic: number): this {
    this.#a = mix(ordinal ^ 0x9e3779b9);
    this.#b = mix(topic ^ 0x85ebca6b);
    this.#c = mix(seed ^ 0xc2b2ae35);
    this.#counter = 1;
    for (let round = 0; round < 12; round += 1) this.bits();
    return this;
  }

  /** 32 random bits as a number from 0 to 2^32 - 1. */
  bits(): number {
    const result = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A whole number from 0 to limit - 1; limit at most 2^21, so that the product stays exact. */
  below(limit: number): number {
    return Math.floor((this.bits() * limit) / 4_294_967_296);
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True `perMille` times in a thousand. */
  chance(perMille: number): boolean {
    return this.below(1000) < perMille;
  }
}

/** Finaliser of MurmurHash3: a bijection of 32 bits in which every bit moves every other. */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
