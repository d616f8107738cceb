import { createHmac } from 'node:crypto';
import { formatPersonId } from '../domain/person-id';
import { FixedHmac } from './fast-hash';
import { PSEUDONYM_BYTES } from './format';

/*
 * Everything secret in a trace comes from the installation's pseudonym key by HMAC-SHA-256, each use under a label of
 * its own, so that nothing made for one purpose can stand in for another.
 */
export const PSEUDONYM_LABEL = 'norsktilskudd/pseudonym/v1\n';
const SALT_LABEL = 'norsktilskudd/trace-salt/v1\n';
const KEY_ID_LABEL = 'norsktilskudd/key-id/v1\n';
/** Digits of a DUF number. */
export const DIGITS = 12;

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
  let rest = personId;
  for (let place = DIGITS - 1; place >= 0; place -= 1) {
    const digit = rest % 10;
    hmac.message[PSEUDONYM_LABEL.length + place] = 48 + digit;
    rest = (rest - digit) / 10;
  }
}

/** Key of a run's salts: bound to the run, so that equal parts of two runs do not look equal. */
export function saltKey(key: Uint8Array, runId: string): Buffer {
  return createHmac('sha256', key).update(SALT_LABEL).update(runId).digest();
}
