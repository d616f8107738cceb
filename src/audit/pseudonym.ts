import { at, NO_PERSON } from '../domain';
import { PSEUDONYM_BYTES, pseudonymHmac, pseudonymKeyId, setPseudonymDigits } from '../trace';

export { pseudonymKeyId } from '../trace';

/** Pseudonyms that are kept, by the last bits of the id: findings and postings of a person stand close together. */
const REMEMBERED = 1024;

/** Names of persons that only the holder of the key can trace back. */
export interface Pseudonyms {
  /** Names the key without giving it away; stands in the manifest. */
  readonly keyId: string;
  /** Pseudonym of a person id: 32 hex digits, the same in every run of the installation; empty for NO_PERSON. */
  of(personId: number): string;
}

/** Pseudonyms under a key of 32 bytes: the first 16 bytes of HMAC-SHA-256(key, label and the 12 digits of the id). */
export function pseudonymsOf(key: Uint8Array): Pseudonyms {
  const hmac = pseudonymHmac(key);
  const digest = Buffer.alloc(32);
  const ids = new Float64Array(REMEMBERED);
  const texts = new Array<string>(REMEMBERED).fill('');
  const textOf = (personId: number): string => {
    setPseudonymDigits(hmac, personId);
    hmac.digestInto(digest, 0);
    return digest.toString('hex', 0, PSEUDONYM_BYTES);
  };
  return {
    keyId: pseudonymKeyId(key),
    of(personId) {
      const slot = personId % REMEMBERED;
      if (ids[slot] !== personId) {
        ids[slot] = personId;
        texts[slot] = personId === NO_PERSON ? '' : textOf(personId);
      }
      return at(texts, slot);
    },
  };
}
