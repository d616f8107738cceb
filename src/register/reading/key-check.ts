import { NO_PERSON } from '../../domain';
import { at, i32 } from '../../domain/columns';
import { SpillBucket, type SpilledBucket, type SpillFile } from '../spill/spill-buckets';
import { type Fingerprint, FingerprintTable } from './fingerprints';
import type { RowTexts } from './read-fields';

const BUCKET_BITS = 6;
const BUCKETS = 1 << BUCKET_BITS;

/**
 * Looks for texts that stand in more than one row of a file, over all its rows (data contract 1): 64-bit fingerprints,
 * spilled by bucket, so that millions of keys need no memory. It finds suspects; confirm-keys.ts compares the texts.
 */
export class KeyCheck {
  readonly #field: number;
  readonly #withOwner: boolean;
  readonly #spill: SpillFile;
  readonly #buckets = Array.from({ length: BUCKETS }, () => new SpillBucket());
  #other: { readonly buckets: readonly SpillBucket[]; readonly spill: SpillFile } | undefined;
  readonly #fingerprint: Fingerprint = { high: 0, low: 0 };

  /**
   * @param field -1 for a table without such a field: nothing is looked for
   * @param withOwner a text may recur as long as every row names the same person
   */
  constructor(field: number, withOwner: boolean, spill: SpillFile) {
    this.#field = field;
    this.#withOwner = withOwner;
    this.#spill = spill;
  }

  /** Notes the text of a row and the person that it names (canonical id). */
  add(texts: RowTexts, owner: number): void {
    if (this.#field < 0 || !texts.fingerprint(this.#field, this.#fingerprint)) return;
    const { high, low } = this.#fingerprint;
    const bucket = at(this.#buckets, high >>> (32 - BUCKET_BITS));
    const start = bucket.reserve(this.#withOwner ? 4 : 2, this.#spill);
    const words = bucket.words;
    words[start] = high;
    words[start + 1] = low;
    if (!this.#withOwner) return;
    words[start + 2] = Math.floor(owner / 0x1_0000_0000);
    words[start + 3] = owner;
  }

  /** Spills everything and tells where it is, for the thread that joins it. */
  spilled(): SpilledBucket[] {
    return this.#buckets.map((bucket) => bucket.spilled(this.#spill));
  }

  /** Adds what another thread has spilled of the same file. */
  join(spilled: readonly SpilledBucket[], spill: SpillFile): void {
    this.#other = { buckets: spilled.map((each) => SpillBucket.of(each)), spill };
  }

  /** Fingerprints of texts that seem to stand in several rows. */
  suspects(): FingerprintTable {
    const found = new FingerprintTable(false);
    const table = new FingerprintTable(this.#withOwner);
    for (let index = 0; index < BUCKETS; index += 1) {
      const bucket = at(this.#buckets, index);
      const other = this.#other && at(this.#other.buckets, index);
      const words = new Int32Array(bucket.size + (other?.size ?? 0));
      const place = bucket.copyTo(words, 0, this.#spill);
      if (this.#other) other?.copyTo(words, place, this.#other.spill);
      table.clear(bucket.rows + (other?.rows ?? 0));
      this.#compare(words, table, found);
    }
    return found;
  }

  #compare(words: Int32Array, table: FingerprintTable, found: FingerprintTable): void {
    const step = this.#withOwner ? 4 : 2;
    for (let place = 0; place < words.length; place += step) {
      const high = i32(words, place) >>> 0;
      const low = i32(words, place + 1) >>> 0;
      const ownerHigh = this.#withOwner ? i32(words, place + 2) >>> 0 : 0;
      const ownerLow = this.#withOwner ? i32(words, place + 3) >>> 0 : 0;
      const known = table.add(high, low, ownerHigh, ownerLow);
      const nobody = !this.#withOwner || (ownerHigh === 0 && ownerLow === NO_PERSON);
      if (known === 'other owner' || (known === 'same owner' && nobody)) found.add(high, low, 0, 0);
    }
  }
}
