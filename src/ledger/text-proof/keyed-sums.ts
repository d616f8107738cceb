import { secretBytes } from '../../effects';
import { ADDRESS_BASE } from '../codes';

/** Primes below 2^21: a thousand sums of a product of two numbers of 21 bits are exact in a 64-bit float. */
const PRIME_A = 2_097_143;
const PRIME_B = 2_097_133;
const TERMS_EXACT = 500;
const MASK = 0x1f_ff_ff;
const WORD_MAX = 0xff_ff_ff_ff;

/** Secret words that the weights of a key are made with: for each prime one for money and one for the place. */
export interface KeyedSecret {
  readonly moneyA: number;
  readonly placeA: number;
  readonly moneyB: number;
  readonly placeB: number;
}

/** Draws the words of one comparison. */
export function drawSecret(): KeyedSecret {
  const bytes = Buffer.from(secretBytes(16));
  const [moneyA, placeA] = [bytes.readInt32LE(0), bytes.readInt32LE(4)];
  return { moneyA, placeA, moneyB: bytes.readInt32LE(8), placeB: bytes.readInt32LE(12) };
}

/**
 * Sums over postings by their keys (person, grant year and component, basis recipient), of amounts and of addresses,
 * whatever their order: each key has secret weights, so that two sets of postings that give any key another sum come to the
 * same with a chance of about one in 2^40. The sum over single postings is that over their sums by key, so the text of the
 * batches, line by line, can be held to what a query added up.
 */
export class KeyedSums {
  readonly #secret: KeyedSecret;
  #sumA = 0;
  #sumB = 0;
  #terms = 0;
  #isPoisoned = false;

  constructor(secret: KeyedSecret) {
    this.#secret = secret;
  }

  /**
   * @param place grant year and component as one number
   * @param addresses sum of postingAddress() over those of the key that have a code
   */
  add(person: number, place: number, basis: number, amountNok: number, addresses: number): void {
    const { moneyA, placeA, moneyB, placeB } = this.#secret;
    // A number that no writer of the ledger gives would be cut off by the mixing, and pass for another.
    if (!(person <= WORD_MAX && basis <= WORD_MAX && person >= 0 && basis >= 0)) this.#isPoisoned = true;
    const key = mixed(mixed(mixed(person, 0x9e_37_79_b1) ^ place, 0x85_eb_ca_77) ^ basis, 0xc2_b2_ae_3d);
    this.#sumA += weight(key, moneyA) * (amountNok % PRIME_A) + weight(key, placeA) * (addresses % PRIME_A);
    this.#sumB += weight(key, moneyB) * (amountNok % PRIME_B) + weight(key, placeB) * (addresses % PRIME_B);
    this.#terms += 1;
    if (this.#terms === TERMS_EXACT) this.#reduce();
  }

  equals(other: KeyedSums): boolean {
    this.#reduce();
    other.#reduce();
    const isSame = this.#sumA === other.#sumA && this.#sumB === other.#sumB;
    return isSame && !this.#isPoisoned && !other.#isPoisoned;
  }

  #reduce(): void {
    this.#terms = 0;
    this.#sumA = remainder(this.#sumA, PRIME_A);
    this.#sumB = remainder(this.#sumB, PRIME_B);
  }
}

function remainder(sum: number, prime: number): number {
  const rest = sum % prime;
  return rest < 0 ? rest + prime : rest;
}

function mixed(word: number, factor: number): number {
  const hash = Math.imul(word ^ (word >>> 15), factor);
  return hash ^ (hash >>> 13);
}

function weight(key: number, word: number): number {
  return mixed(key ^ word, 0x27_d4_eb_2f) & MASK;
}

/** Where a posting stands: its batch and its line as one number. */
export function postingAddress(posting: number, line: number): number {
  return posting * ADDRESS_BASE + line;
}
