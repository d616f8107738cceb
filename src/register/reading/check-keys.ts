import { NO_PERSON } from '../../domain';
import { putWhole, SpillBuckets, type SpilledBucket, type SpillFile, wholeAt } from '../spill/spill-buckets';
import type { TableSpec } from '../tables/table-specs';
import { NumberIndex } from './number-index';
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

/** Buckets by the first of the 53 bits of a fingerprint. */
const BUCKETS = 64;
const BUCKET_SIZE = 2 ** 53 / BUCKETS;

/**
 * Looks for keys that stand in more than one row of a file, over all its rows (data contract 1): by their fingerprints,
 * spilled by bucket, so that millions of keys need no memory. It finds suspects; confirmKeys compares the texts.
 */
export class KeyCheck implements RowNotes {
  readonly #field: number;
  readonly #withOwner: boolean;
  readonly #canonical: Canonical;
  readonly #buckets: SpillBuckets;

  constructor({ keyField, keyOfPerson }: TableSpec, canonical: Canonical, spill: SpillFile) {
    this.#field = keyField;
    this.#withOwner = keyOfPerson;
    this.#canonical = canonical;
    this.#buckets = new SpillBuckets(BUCKETS, spill);
  }

  note(_line: number, personId: number, texts: RowTexts): void {
    const print = this.#field < 0 ? 0 : texts.fingerprint(this.#field);
    if (print === 0) return;
    const bucket = this.#buckets.bucket(Math.floor(print / BUCKET_SIZE));
    const start = bucket.reserve(this.#withOwner ? 4 : 2);
    putWhole(bucket.words, start, print);
    if (this.#withOwner) putWhole(bucket.words, start + 2, this.#canonical(personId));
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
  suspects(): ReadonlySet<number> {
    const found = new Set<number>();
    const index = NumberIndex.forCount(this.#buckets.longest());
    const step = this.#withOwner ? 4 : 2;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const { words } = this.#buckets.load(bucket);
      index.clear();
      for (let place = 0; place < words.length; place += step) {
        const print = wholeAt(words, place);
        const first = index.find(print);
        if (first < 0) index.add(print, place);
        else if (this.#isContested(words, first, place)) found.add(print);
      }
    }
    return found;
  }

  /** True where two rows may not share a key: always, or where they are not of one person. */
  #isContested(words: Int32Array, first: number, place: number): boolean {
    if (!this.#withOwner) return true;
    const owner = wholeAt(words, place + 2);
    return owner === NO_PERSON || owner !== wholeAt(words, first + 2);
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
  reread({
    note(line, personId, texts) {
      if (suspects.has(texts.fingerprint(keyField))) rows.push({ line, personId, key: texts.text(keyField) });
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
