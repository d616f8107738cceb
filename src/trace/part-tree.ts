import { hashInto } from './fast-hash';
import { HASH_BYTES } from './format';
import { entryHash, type InclusionProof, treePath, treeRoot } from './merkle-proof';
import { PartHashes } from './part-hashes';

/** Tag and recipient; the hashes follow. */
const HEAD_BYTES = 4 + 4;

/** What one recipient is shown of the tree: the way from its entry to the root, and its parts in the order of the entry. */
export interface RecipientProof {
  readonly proof: InclusionProof;
  /** Of each part: its number in the order in which they were added, from 0. */
  readonly ordinals: Uint32Array;
}

/**
 * The tree of a trace (FORMAT.md, "Parts and tree"): a first entry over all words, then one for each recipient, which holds the
 * hashes of its parts. So no place in the tree tells that parts of two recipients belong to the same person.
 */
export class PartTree {
  readonly #recipients = new Map<number, PartHashes>();
  /** Hashes of the entries in ascending order of the recipients; made by `finish`. */
  #entries = new Map<number, Buffer>();
  #head: Buffer = Buffer.alloc(HASH_BYTES);
  #parts = 0;

  /** Parts so far. */
  get parts(): number {
    return this.#parts;
  }

  /** Adds a part of a recipient. @param message as the hasher of parts makes it */
  add(message: Buffer, recipient: number): void {
    const hashes = this.#of(recipient);
    const at = hashes.add();
    hashInto(message, hashes.bytes, at);
  }

  #of(recipient: number): PartHashes {
    this.#parts += 1;
    const known = this.#recipients.get(recipient);
    if (known) return known;
    const hashes = new PartHashes();
    this.#recipients.set(recipient, hashes);
    return hashes;
  }

  /**
   * Root, and the hash of each entry; no part is added after that.
   * @param head data of the first entry
   */
  finish(head: Buffer): { readonly root: Buffer; readonly hashes: Buffer } {
    const recipients = [...this.#recipients].sort(([a], [b]) => a - b);
    this.#entries = new Map(recipients.map(([code, hashes]) => [code, entryHash(entryOf(code, hashes))]));
    this.#head = entryHash(head);
    const hashes = this.#hashes();
    return { root: treeRoot(hashes), hashes: Buffer.concat(hashes) };
  }

  /** Proof of a recipient's entry, after `finish`; undefined where it has no part. */
  prove(recipient: number): RecipientProof | undefined {
    const hashes = this.#recipients.get(recipient);
    if (!hashes) return undefined;
    const index = 1 + [...this.#entries.keys()].indexOf(recipient);
    const path = treePath(this.#hashes(), index);
    return { proof: { index, size: 1 + this.#entries.size, path }, ordinals: hashes.ordinals() };
  }

  #hashes(): Buffer[] {
    return [this.#head, ...this.#entries.values()];
  }
}

/** Data of a recipient's entry: who it is, and the hashes of its parts in their own order. */
function entryOf(recipient: number, hashes: PartHashes): Buffer {
  const data = Buffer.alloc(HEAD_BYTES + hashes.count * HASH_BYTES);
  data.write('PRTS', 0, 'latin1');
  data.writeUInt32LE(recipient, 4);
  hashes.ordinals().forEach((ordinal, place) => {
    hashes.copyInto(ordinal, data, HEAD_BYTES + place * HASH_BYTES);
  });
  return data;
}
