import { i32 } from '../../domain/columns';
import {
  firstRecord,
  leafKind,
  leafLength,
  partCount,
  partLength,
  recordLength,
  yearAndComponent,
} from '../leaf-words';
import { HashList } from './hash-list';
import { LaneGroup, type MessageGroup } from './lane-group';
import { BLOCK_WORDS, HALF_HASH_WORDS, type LaneMemory, STATE_WORDS } from './lane-memory';
import { bigEndian, blocksNeeded, LaneMessage } from './lane-message';
import { LongGroup } from './long-group';

const ENTRY_BYTE = 0;
const HEAD = Buffer.from('HEAD').readInt32BE();
const PART = Buffer.from('PART').readInt32BE();
/** Tag, salt, pseudonym. */
const PREFIX_WORDS = 1 + HALF_HASH_WORDS + HALF_HASH_WORDS;
/** Leaf, record, grant year and component. */
const PART_PLACE_WORDS = 3;
/** Longer entries are rare and are hashed one by one. */
const MOST_BLOCKS = 16;

/** Entries of the tree (FORMAT.md, "Entries and tree") through the lanes, grouped by their length in blocks. */
export class LaneEntries {
  /** Hashes of the entries in order, complete after `flush`. */
  readonly hashes = new HashList(4096);
  readonly #groups: readonly LaneGroup[];
  readonly #long = new LongGroup(this.hashes);
  readonly #message = new LaneMessage();
  #words: Int32Array = new Int32Array(0);
  #salts: Int32Array = new Int32Array(0);
  #pseudonyms: Int32Array = new Int32Array(0);
  #pseudonymAt = 0;

  constructor(memory: LaneMemory) {
    this.#groups = Array.from(
      { length: MOST_BLOCKS },
      (_, index) => new LaneGroup(memory, index + 1, this.hashes, memory.firstState),
    );
  }

  /** Says where words, salts and pseudonyms of the next leaves stand; salts and pseudonyms as numbers. */
  begin(words: Int32Array, salts: Int32Array, pseudonyms: Int32Array): void {
    this.#words = words;
    this.#salts = salts;
    this.#pseudonyms = pseudonyms;
  }

  /**
   * Adds the entries of the leaf that begins at a word.
   * @param saltAt word of the leaf's first salt
   * @param pseudonymAt word of its pseudonym
   * @param first number of its first entry in `hashes`
   * @returns number of the entry after its last
   */
  add(leaf: number, saltAt: number, pseudonymAt: number, first: number): number {
    const words = this.#words;
    const kind = leafKind(words, leaf);
    const end = leaf + leafLength(words, leaf);
    this.#pseudonymAt = pseudonymAt;
    let entry = first + 1;
    let headerWords = end - leaf;
    let ordinal = 0;
    for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
      const count = partCount(words, record, kind);
      const length = partLength(words, record);
      const after = record + recordLength(words, record);
      headerWords -= count * length;
      for (let part = after - count * length; part < after; part += length) {
        this.#part(leaf, ordinal, record, part, length, saltAt + (entry - first) * HALF_HASH_WORDS, entry);
        entry += 1;
      }
      ordinal += 1;
    }
    this.#header(leaf, end, kind, headerWords, saltAt, first);
    return entry;
  }

  /** Hashes what waits in any group. */
  flush(): void {
    for (const group of this.#groups) group.flush();
  }

  #part(
    leaf: number,
    ordinal: number,
    record: number,
    part: number,
    length: number,
    saltAt: number,
    entry: number,
  ): void {
    const words = this.#words;
    const message = this.#message;
    const group = this.#group(PREFIX_WORDS + PART_PLACE_WORDS + length);
    message.begin(group, ENTRY_BYTE);
    this.#prefix(PART, saltAt);
    message.put(bigEndian(i32(words, leaf + 1)));
    message.put(bigEndian(ordinal));
    message.put(bigEndian(yearAndComponent(words, record)));
    message.putAllSwapped(words, part, part + length);
    message.end(group, entry * STATE_WORDS);
  }

  #header(leaf: number, end: number, kind: number, headerWords: number, saltAt: number, entry: number): void {
    const words = this.#words;
    const message = this.#message;
    const group = this.#group(PREFIX_WORDS + headerWords);
    message.begin(group, ENTRY_BYTE);
    this.#prefix(HEAD, saltAt);
    let from = leaf;
    for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
      const parts = partCount(words, record, kind);
      if (parts === 0) continue;
      const after = record + recordLength(words, record);
      message.putAllSwapped(words, from, after - parts * partLength(words, record));
      from = after;
    }
    message.putAllSwapped(words, from, end);
    message.end(group, entry * STATE_WORDS);
  }

  #prefix(tag: number, saltAt: number): void {
    const message = this.#message;
    message.put(tag);
    message.putAll(this.#salts, saltAt, saltAt + HALF_HASH_WORDS);
    message.putAll(this.#pseudonyms, this.#pseudonymAt, this.#pseudonymAt + HALF_HASH_WORDS);
  }

  #group(wordCount: number): MessageGroup {
    const blocks = blocksNeeded(wordCount);
    return this.#groups[blocks - 1] ?? this.#long.ofWords(blocks * BLOCK_WORDS);
  }
}
