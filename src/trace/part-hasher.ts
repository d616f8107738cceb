import { copyBytes } from './fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES, partWords } from './format';
import { RecipientPseudonyms } from './keys';
import type { PartInWork } from './leaf-words';
import { PartSecrets, REFERENCE_BYTES, SALT_BYTES } from './part-secrets';
import type { SealerKeys } from './sealer';

const TAG_BYTES = 4;
const SALT_AT = 1 + TAG_BYTES;
const PSEUDONYM_AT = SALT_AT + SALT_BYTES;
const REFERENCE_AT = PSEUDONYM_AT + PSEUDONYM_BYTES;
const YEAR_AT = REFERENCE_AT + REFERENCE_BYTES;
const WORDS_AT = YEAR_AT + 4;

/**
 * Puts the messages of parts together (FORMAT.md, "Parts and tree"): each names the person by the pseudonym that its
 * recipient knows, and nothing in it says in which leaf it stands.
 */
export class PartHasher {
  readonly #secrets: PartSecrets;
  readonly #recipients: RecipientPseudonyms;
  readonly #narrow = partBuffer(false);
  readonly #wide = partBuffer(true);
  readonly #pseudonym = Buffer.alloc(PSEUDONYM_BYTES);
  /** Pseudonym of the person in work before the recipient of the last part; no recipient at a new leaf. */
  readonly #ofRecipient = Buffer.alloc(HASH_BYTES);
  #recipient = -1;
  #isPerson = false;

  constructor(keys: SealerKeys) {
    this.#secrets = new PartSecrets(keys);
    this.#recipients = new RecipientPseudonyms(keys.pseudonymKey);
  }

  /** Says whose parts come next, by the general pseudonym at a place of some bytes; zeros for a kommune. */
  begin(pseudonyms: Uint8Array, at: number): void {
    this.#recipient = -1;
    this.#isPerson = false;
    for (let index = 0; index < PSEUDONYM_BYTES; index += 1) {
      const byte = pseudonyms[at + index] ?? 0;
      this.#pseudonym[index] = byte;
      if (byte !== 0) this.#isPerson = true;
    }
  }

  /**
   * Message of a part, zero byte first; overwritten by the next one.
   * @param bytes the bytes of the words in which the part stands
   */
  message(
    { leaf, record, yearAndComponent, basisRecipient, recipient, from, wide }: PartInWork,
    bytes: Buffer,
  ): Buffer {
    const message = wide ? this.#wide : this.#narrow;
    this.#secrets.copyInto(leaf, record, basisRecipient, message, SALT_AT, REFERENCE_AT);
    if (recipient !== this.#recipient) this.#makePseudonym(recipient);
    copyBytes(this.#ofRecipient, 0, PSEUDONYM_BYTES, message, PSEUDONYM_AT);
    message.writeUInt32LE(yearAndComponent, YEAR_AT);
    copyBytes(bytes, from * 4, partWords(wide) * 4, message, WORDS_AT);
    return message;
  }

  /** A kommune has none: its parts have zeros. */
  #makePseudonym(recipient: number): void {
    if (this.#isPerson) this.#recipients.digestInto(this.#ofRecipient, this.#pseudonym, recipient);
    else this.#ofRecipient.fill(0);
    this.#recipient = recipient;
  }
}

function partBuffer(wide: boolean): Buffer {
  const message = Buffer.alloc(WORDS_AT + partWords(wide) * 4);
  message.write('PART', 1, 'latin1');
  return message;
}
