import { NorsktilskuddError } from '../domain';
import { pathExists, readBytes, secretBytes, writeWholeFile } from '../effects';

/** Bytes of a pseudonym key. */
export const PSEUDONYM_KEY_BYTES = 32;
const RESTRICTED_MODE = 0o600;

/**
 * The installation's pseudonym key; made at first use, readable by its owner alone. The file holds 64 hex digits and a
 * line end.
 *
 * @throws NorsktilskuddError PSEUDONYM_KEY_UNREADABLE where the file holds anything else
 */
export function openPseudonymKey(path: string): Uint8Array {
  if (!pathExists(path)) writeWholeFile(path, `${secretBytes(PSEUDONYM_KEY_BYTES).toString('hex')}\n`, RESTRICTED_MODE);
  return readPseudonymKey(path);
}

/** Like openPseudonymKey, but makes none: what is to be checked was made with a key that exists. */
export function readPseudonymKey(path: string): Uint8Array {
  const text = readBytes(path).toString('latin1').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new NorsktilskuddError('input', 'PSEUDONYM_KEY_UNREADABLE', { file: path });
  return Buffer.from(text, 'hex');
}
