import { createHmac } from 'node:crypto';
import { formatPersonId } from '../domain';
import { FixedHmac } from './fast-hash';
import { PSEUDONYM_BYTES } from './format';

/*
 * Everything secret in a trace comes from the installation's pseudonym key by HMAC-SHA-256, each use under a label of
 * its own, so that nothing made for one purpose can stand in for another.
 */
const PSEUDONYM_LABEL = 'norsktilskudd/pseudonym/v1\n';
/** Short enough for a message of one block. */
const RECIPIENT_LABEL = 'norsktilskudd/of-recipient/v2\n';
const SALT_LABEL = 'norsktilskudd/trace-salt/v1\n';
const PART_LABEL = 'norsktilskudd/trace-part/v2\n';
const KEY_ID_LABEL = 'norsktilskudd/key-id/v1\n';
/** Digits of a DUF number. */
const DIGITS = 12;
const MILLION = 1_000_000;

/** Public name of a pseudonym key, 16 hexadecimal digits; says which key made a pseudonym and nothing about the key. */
export function pseudonymKeyId(key: Uint8Array): string {
  return createHmac('sha256', key).update(KEY_ID_LABEL).digest('hex').slice(0, 16);
}

/**
 * Pseudonym of a person: 32 hexadecimal digits, the same in every run of the installation. FORMAT.md says how to make
 * it with other tools.
 * @param personId DUF number as a number
 */
export function pseudonymOf(key: Uint8Array, personId: number): string {
  const message = PSEUDONYM_LABEL + formatPersonId(personId);
  return createHmac('sha256', key)
    .update(message)
    .digest('hex')
    .slice(0, PSEUDONYM_BYTES * 2);
}

/** Makes pseudonyms of many persons. */
export function pseudonymHmac(key: Uint8Array): FixedHmac {
  const hmac = new FixedHmac(key, PSEUDONYM_LABEL.length + DIGITS);
  hmac.message.write(PSEUDONYM_LABEL, 'latin1');
  return hmac;
}

/** Puts a person's digits into the message of pseudonymHmac(). */
export function setPseudonymDigits(hmac: FixedHmac, personId: number): void {
  const high = Math.floor(personId / MILLION);
  let rest = personId - high * MILLION; // Halves of six digits are small integers, which divide quickly.
  for (let place = DIGITS - 1; place >= 0; place -= 1) {
    const tenth = (rest / 10) | 0;
    hmac.message[PSEUDONYM_LABEL.length + place] = 48 + rest - tenth * 10;
    rest = place === DIGITS / 2 ? high : tenth;
  }
}

/**
 * What a person is called before one recipient: with the key it follows from the general pseudonym, without the key
 * nobody can tell whether those of two recipients are the same person's.
 */
export class RecipientPseudonyms {
  readonly #hmac: FixedHmac;

  constructor(key: Uint8Array) {
    this.#hmac = new FixedHmac(key, RECIPIENT_LABEL.length + 4 + PSEUDONYM_BYTES);
    this.#hmac.message.write(RECIPIENT_LABEL, 'latin1');
  }

  /**
   * HMAC whose first 16 bytes are the person's pseudonym before a recipient, into `target` from its beginning.
   * @param pseudonym the general one, 16 bytes
   * @param recipient RecipientCode
   */
  digestInto(target: Buffer, pseudonym: Uint8Array, recipient: number): void {
    const { message } = this.#hmac;
    message.writeUInt32LE(recipient, RECIPIENT_LABEL.length);
    message.set(pseudonym, RECIPIENT_LABEL.length + 4);
    this.#hmac.digestInto(target, 0);
  }

  /** The pseudonym before a recipient as 32 hexadecimal digits, from the general one. */
  text(pseudonym: string, recipient: number): string {
    const digest = Buffer.alloc(32);
    this.digestInto(digest, Buffer.from(pseudonym, 'hex'), recipient);
    return digest.toString('hex', 0, PSEUDONYM_BYTES);
  }
}

/** Key of a run's salts: bound to the run, so that equal parts of two runs do not look equal. */
export function saltKey(key: Uint8Array, runId: string): Buffer {
  return createHmac('sha256', key).update(SALT_LABEL).update(runId).digest();
}

/** Key of the salts and references of a run's parts. */
export function partKey(key: Uint8Array, runId: string): Buffer {
  return createHmac('sha256', key).update(PART_LABEL).update(runId).digest();
}
