import { f64, i32 } from '../../domain/columns';
import { LeafIndex } from '../leaf-index';
import { entryCount, leafLength } from '../leaf-words';
import type { SealedTrace, SealerKeys, TraceSealer } from '../sealer';
import { LaneEntries } from './lane-entries';
import { LaneMemory, STATE_WORDS } from './lane-memory';
import { LaneSecrets } from './lane-secrets';
import { LaneTree } from './lane-tree';

/**
 * A sealer that hashes four messages at once: the same trees as the plain one in a quarter of the time. A chunk goes
 * through in steps, so that the lanes fill: pseudonyms and salts of all its leaves, then the entries, then the tree.
 */
export class LaneSealer implements TraceSealer {
  readonly #secrets: LaneSecrets;
  readonly #entries: LaneEntries;
  readonly #tree: LaneTree;
  readonly #index = new LeafIndex();
  readonly #pages: Buffer[] = [];

  constructor(keys: SealerKeys) {
    const memory = new LaneMemory();
    this.#secrets = new LaneSecrets(memory, keys);
    this.#entries = new LaneEntries(memory);
    this.#tree = new LaneTree(memory);
  }

  chunk(words: Int32Array, personIds: Float64Array): void {
    const count = personIds.length;
    const saltAt = new Int32Array(count);
    this.#secrets.begin(count);
    this.#index.begin(count, words.length);
    const before = this.#index.entries;
    let leaf = 0;
    for (let index = 0; index < count; index += 1) {
      const leafEntries = entryCount(words, leaf);
      saltAt[index] = this.#secrets.add(i32(words, leaf + 1), f64(personIds, index), leafEntries);
      this.#index.add(leaf, leafEntries);
      leaf += leafLength(words, leaf);
    }
    this.#secrets.flush();
    this.#pages.push(this.#secrets.pseudonymBytes());
    const entries = this.#index.entries - before;
    this.#entries.hashes.reserve(entries);
    this.#addEntries(words, saltAt);
    this.#tree.append(this.#entries.hashes, entries);
  }

  finish(): SealedTrace {
    const entries = this.#tree.size;
    return { ...this.#tree.finish(), entries, pseudonyms: Buffer.concat(this.#pages), index: this.#index.bytes() };
  }

  #addEntries(words: Int32Array, saltAt: Int32Array): void {
    this.#entries.begin(words, this.#secrets.salts, this.#secrets.pseudonyms);
    let leaf = 0;
    let entry = 0;
    for (let index = 0; index < saltAt.length; index += 1) {
      entry = this.#entries.add(leaf, i32(saltAt, index), index * STATE_WORDS, entry);
      leaf += leafLength(words, leaf);
    }
    this.#entries.flush();
  }
}
