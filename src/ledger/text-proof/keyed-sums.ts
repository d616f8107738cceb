import { secretBytes } from '../../effects';
import { ADDRESS_BASE } from '../codes';

/** Primes below 2^21: a product of two remainders and 1,024 of their sums are exact in a 64-bit float. */
const PRIMES = [2_097_143, 2_097_133, 2_097_131] as const;
const TERMS_EXACT = 1024;
const MASK = 0x1f_ff_ff;

/** Two numbers for each prime that depend on a key and on what was drawn for this process. */
const weights = new Float64Array(2 * PRIMES.length);

/**
 * Sums over postings by their keys (person, grant year, component, basis recipient), of amounts and of addresses, whatever
 * their order: each key has secret weights, so that two sets of postings that give any key another sum come to the same
 * with a chance of less than one in 2^60. The sum over single postings is that over their sums by key, so the text of
 * the batches, line by line, can be held to what a query added up.
 */
export class KeyedSums {
  readonly #sums = new Float64Array(PRIMES.length);
  readonly #secret: KeyedSecret;
  #terms = 0;
  #isPoisoned = false;

  constructor(secret: KeyedSecret) {
    this.#secret = secret;
  }

  /** `addresses` is the sum of postingAddress() over those of the key that have a code. */
  add(person: number, year: number, component: number, basis: number, amountNok: number, addresses: number): void {
    // A number that no writer of the ledger gives would be cut off by the mixing, and pass for another.
    if (!(person <= 0xff_ff_ff_ff && basis <= 0xff_ff_ff_ff && person >= 0 && basis >= 0)) this.#isPoisoned = true;
    this.#secret.weigh(person, year * 16 + component, basis);
    for (let lane = 0; lane < PRIMES.length; lane += 1) {
      const prime = PRIMES[lane] ?? 1;
      const money = (weights[2 * lane] ?? 0) * (amountNok % prime);
      const place = (weights[2 * lane + 1] ?? 0) * (addresses % prime);
      this.#sums[lane] = (this.#sums[lane] ?? 0) + money + place;
    }
    this.#terms += 2;
    if (this.#terms >= TERMS_EXACT - 2) this.#reduce();
  }

  equals(other: KeyedSums): boolean {
    this.#reduce();
    other.#reduce();
    const isSame = this.#sums.every((sum, lane) => sum === other.#sums[lane]);
    return isSame && !this.#isPoisoned && !other.#isPoisoned;
  }

  #reduce(): void {
    this.#terms = 0;
    for (let lane = 0; lane < PRIMES.length; lane += 1) {
      const prime = PRIMES[lane] ?? 1;
      const rest = (this.#sums[lane] ?? 0) % prime;
      this.#sums[lane] = rest < 0 ? rest + prime : rest;
    }
  }
}

/** What is drawn once for a comparison. */
export class KeyedSecret {
  readonly #words: Int32Array;

  constructor() {
    const bytes = secretBytes(4 * 2 * PRIMES.length);
    this.#words = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  }

  /** Puts the weights of a key into `weights`. */
  weigh(person: number, place: number, basis: number): void {
    for (let index = 0; index < weights.length; index += 1) {
      let hash = Math.imul(person ^ (this.#words[index] ?? 0), 0x9e_37_79_b1);
      hash = Math.imul((hash ^ (hash >>> 15)) + place, 0x85_eb_ca_77);
      hash = Math.imul((hash ^ (hash >>> 13)) + basis, 0xc2_b2_ae_3d);
      hash = Math.imul(hash ^ (hash >>> 16), 0x27_d4_eb_2f);
      weights[index] = (hash ^ (hash >>> 15)) & MASK;
    }
  }
}

/** Where a posting stands: its batch and its line as one number. */
export function postingAddress(posting: number, line: number): number {
  return posting * ADDRESS_BASE + line;
}
