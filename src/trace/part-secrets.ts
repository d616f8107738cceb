import { copyBytes, hashInto } from './fast-hash';
import { HASH_BYTES } from './format';
import { partKey } from './keys';
import type { SealerKeys } from './sealer';

/** Bytes of a salt. */
export const SALT_BYTES = 16;
/** Bytes of the reference by which the lines of a recipient name its parts. */
export const REFERENCE_BYTES = 8;

/** Leaf, record and basis recipient, a word each: what follows the key in the hashed bytes. */
const PART_PLACE_BYTES = 12;

/**
 * What is secret of each part: its salt, and the reference by which a line names it. Both are the part's own in this run,
 * so that neither says whose leaf it stands in. One hash behind the key of the run gives both: of messages of one
 * length none continues another, so no HMAC is needed.
 */
export class PartSecrets {
  readonly #message = Buffer.alloc(HASH_BYTES + PART_PLACE_BYTES);
  readonly #digest = Buffer.alloc(HASH_BYTES);

  constructor({ pseudonymKey, runId }: SealerKeys) {
    this.#message.set(partKey(pseudonymKey, runId));
  }

  /** Copies a part's salt and its reference to two places. */
  copyInto(
    leaf: number,
    record: number,
    basisRecipient: number,
    target: Buffer,
    saltAt: number,
    referenceAt: number,
  ): void {
    this.#make(leaf, record, basisRecipient);
    copyBytes(this.#digest, 0, SALT_BYTES, target, saltAt);
    copyBytes(this.#digest, SALT_BYTES, REFERENCE_BYTES, target, referenceAt);
  }

  /** Copies a part's reference alone. */
  copyReference(leaf: number, record: number, basisRecipient: number, target: Buffer, at: number): void {
    this.#make(leaf, record, basisRecipient);
    copyBytes(this.#digest, SALT_BYTES, REFERENCE_BYTES, target, at);
  }

  #make(leaf: number, record: number, basisRecipient: number): void {
    this.#message.writeUInt32LE(leaf, HASH_BYTES);
    this.#message.writeUInt32LE(record, HASH_BYTES + 4);
    this.#message.writeUInt32LE(basisRecipient, HASH_BYTES + 8);
    hashInto(this.#message, this.#digest, 0);
  }
}
