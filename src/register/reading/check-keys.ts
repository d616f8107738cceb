import { NO_PERSON, u32 } from '../../domain';
import { SpillBuckets, type SpilledBucket, type SpillFile } from '../spill/spill-buckets';
import type { TableSpec } from '../tables/table-specs';
import { type Fingerprint, FingerprintTable } from './fingerprints';
import type { RowNotes, RowTexts } from './read-fields';

/** A row that shares a key with another row of its file. */
export interface KeyFault {
  readonly line: number;
  /** Person of the row as it stands there, NO_PERSON where it names none. */
  readonly personId: number;
  readonly key: string;
}

/** Person that an id has become. */
export type Canonical = (personId: number) => number;

const BUCKET_BITS = 6;
const BUCKETS = 1 << BUCKET_BITS;

/**
 * Looks for keys that stand in more than one row of a file, over all its rows (data contract 1): 64-bit fingerprints,
 * spilled by bucket, so that millions of keys need no memory. It finds suspects; confirmKeys compares the texts.
 */
export class KeyCheck implements RowNotes {
  readonly #field: number;
  readonly #withOwner: boolean;
  readonly #canonical: Canonical;
  readonly #buckets: SpillBuckets;
  readonly #print: Fingerprint = { high: 0, low: 0 };

  constructor({ keyField, keyOfPerson }: TableSpec, canonical: Canonical, spill: SpillFile) {
    this.#field = keyField;
    this.#withOwner = keyOfPerson;
    this.#canonical = canonical;
    this.#buckets = new SpillBuckets(BUCKETS, spill);
  }

  note(_line: number, personId: number, texts: RowTexts): void {
    if (this.#field < 0 || !texts.fingerprint(this.#field, this.#print)) return;
    const { high, low } = this.#print;
    const bucket = this.#buckets.bucket(high >>> (32 - BUCKET_BITS));
    const start = bucket.reserve(this.#withOwner ? 4 : 2);
    const { words } = bucket;
    words[start] = high;
    words[start + 1] = low;
    if (!this.#withOwner) return;
    const owner = this.#canonical(personId);
    words[start + 2] = Math.floor(owner / 0x1_0000_0000);
    words[start + 3] = owner;
  }

  /** Spills everything and tells where it is, for the thread that joins it. */
  spilled(): SpilledBucket[] {
    return this.#buckets.spilled();
  }

  /** Adds what another thread has spilled of the same file. */
  join(spilled: readonly SpilledBucket[], spill: SpillFile): void {
    this.#buckets.join(spilled, spill);
  }

  /** Fingerprints of keys that seem to stand in several rows, where they may not. */
  suspects(): FingerprintTable {
    const found = new FingerprintTable(false);
    const table = new FingerprintTable(this.#withOwner);
    for (let index = 0; index < BUCKETS; index += 1) {
      const { words, records } = this.#buckets.load(index);
      table.clear(records);
      this.#compare(new Uint32Array(words.buffer, 0, words.length), table, found);
    }
    return found;
  }

  #compare(words: Uint32Array, table: FingerprintTable, found: FingerprintTable): void {
    const step = this.#withOwner ? 4 : 2;
    for (let place = 0; place < words.length; place += step) {
      const high = u32(words, place);
      const low = u32(words, place + 1);
      const ownerHigh = this.#withOwner ? u32(words, place + 2) : 0;
      const ownerLow = this.#withOwner ? u32(words, place + 3) : 0;
      const known = table.add(high, low, ownerHigh, ownerLow);
      const nobody = !this.#withOwner || (ownerHigh === 0 && ownerLow === NO_PERSON);
      if (known === 'other owner' || (known === 'same owner' && nobody)) found.add(high, low, 0, 0);
    }
  }
}

/**
 * Compares the texts of the suspects themselves: gives every row whose key stands in another row too (where rows may
 * share one: of another person, or of nobody).
 *
 * @param reread reads the file a second time
 */
export function confirmKeys(
  { keyField, keyOfPerson }: TableSpec,
  keys: KeyCheck,
  canonical: Canonical,
  reread: (notes: RowNotes) => void,
): KeyFault[] {
  const suspects = keys.suspects();
  if (suspects.size === 0) return [];
  const rows: KeyFault[] = [];
  const print: Fingerprint = { high: 0, low: 0 };
  reread({
    note(line, personId, texts) {
      if (!texts.fingerprint(keyField, print) || !suspects.has(print.high, print.low)) return;
      rows.push({ line, personId, key: texts.text(keyField) });
    },
  });
  const groups = new Map<string, { owner: number; contested: boolean }>();
  for (const { key, personId } of rows) {
    const owner = keyOfPerson ? canonical(personId) : NO_PERSON;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { owner, contested: false });
    else group.contested ||= group.owner !== owner || owner === NO_PERSON;
  }
  return rows.filter(({ key }) => groups.get(key)?.contested ?? false);
}
