import { f64, i32 } from '../domain/columns';
import { EntryHasher } from './entry-hasher';
import { copyBytes, type FixedHmac, hashInto } from './fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES, WIDE } from './format';
import { pseudonymHmac, saltKey, setPseudonymDigits } from './keys';
import { LeafIndex } from './leaf-index';
import { firstRecord, leafKind, leafLength, partCount, partLength, recordLength, yearAndComponent } from './leaf-words';
import { MerkleBuilder } from './merkle-builder';

import type { SealedTrace, SealerKeys, TraceSealer } from './sealer';

/** A sealer that hashes one message after the other: what the lanes are held to, and for machines without them. */
export class PlainSealer implements TraceSealer {
  readonly #tree = new MerkleBuilder();
  readonly #entries: EntryHasher;
  readonly #pseudonyms: FixedHmac;
  readonly #digest = Buffer.alloc(HASH_BYTES);
  readonly #index = new LeafIndex();
  readonly #pages: Buffer[] = [];

  constructor(keys: SealerKeys) {
    this.#entries = new EntryHasher(saltKey(keys.pseudonymKey, keys.runId));
    this.#pseudonyms = pseudonymHmac(keys.pseudonymKey);
  }

  chunk(words: Int32Array, personIds: Float64Array): void {
    const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    const page = Buffer.alloc(personIds.length * PSEUDONYM_BYTES);
    this.#index.begin(personIds.length, words.length);
    let leaf = 0;
    for (let index = 0; index < personIds.length; index += 1) {
      this.#makePseudonym(f64(personIds, index));
      copyBytes(this.#entries.pseudonym, 0, PSEUDONYM_BYTES, page, index * PSEUDONYM_BYTES);
      const before = this.#tree.size;
      this.#sealLeaf(words, bytes, leaf);
      this.#index.add(leaf, this.#tree.size - before);
      leaf += leafLength(words, leaf);
    }
    this.#pages.push(page);
  }

  finish(): SealedTrace {
    const entries = this.#tree.size;
    return { ...this.#tree.finish(), entries, pseudonyms: Buffer.concat(this.#pages), index: this.#index.bytes() };
  }

  #makePseudonym(personId: number): void {
    if (personId === 0) {
      this.#entries.pseudonym.fill(0);
      return;
    }
    setPseudonymDigits(this.#pseudonyms, personId);
    this.#pseudonyms.digestInto(this.#digest, 0);
    copyBytes(this.#digest, 0, PSEUDONYM_BYTES, this.#entries.pseudonym, 0);
  }

  #sealLeaf(words: Int32Array, bytes: Buffer, leaf: number): void {
    forEachEntry(this.#entries, words, bytes, leaf, (message) => {
      hashInto(message, this.#tree.entry, 0);
      this.#tree.add();
    });
  }
}

/**
 * Calls back with the message of each entry of a leaf, zero byte first: the header, then its parts in order. The
 * hasher's pseudonym must be that of the leaf. Messages are overwritten by the next one.
 */
export function forEachEntry(
  hasher: EntryHasher,
  words: Int32Array,
  bytes: Buffer,
  leaf: number,
  take: (message: Buffer) => void,
): void {
  const number = i32(words, leaf + 1) >>> 0; // Also where a trace that somebody has changed is hashed.
  const kind = leafKind(words, leaf);
  const end = leaf + leafLength(words, leaf);
  let free = hasher.beginHeader(number, (end - leaf) * 4);
  let copied = leaf;
  for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
    const partsAt = partsStart(words, record, kind);
    free = hasher.addHeaderBytes(free, bytes, copied * 4, partsAt * 4);
    copied = record + recordLength(words, record);
  }
  take(hasher.headerMessage(hasher.addHeaderBytes(free, bytes, copied * 4, end * 4)));
  let part = 0;
  let ordinal = 0;
  for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
    const wide = (i32(words, record) & WIDE) !== 0;
    const place = yearAndComponent(words, record);
    const after = record + recordLength(words, record);
    for (let from = partsStart(words, record, kind); from < after; from += partLength(words, record)) {
      part += 1;
      take(hasher.part(number, part, ordinal, place, bytes, from * 4, wide));
    }
    ordinal += 1;
  }
}

function partsStart(words: Int32Array, record: number, kind: number): number {
  return record + recordLength(words, record) - partCount(words, record, kind) * partLength(words, record);
}
