import { NorsktilskuddError } from '../domain';
import { isLink, kindOfPath, othersMayRead, readBytes, secretBytes, writeWholeFile } from '../effects';
import { pseudonymKeyId } from './pseudonym';

/** Bytes of a pseudonym key. */
const PSEUDONYM_KEY_BYTES = 32;
const RESTRICTED_MODE = 0o600;
/** Longest file that may hold a key: what is larger is another file. */
const LARGEST_FILE_BYTES = 4096;
const DIGITS = PSEUDONYM_KEY_BYTES * 2;

/**
 * The installation's pseudonym key; made at first use, readable by its owner alone. The file holds 64 hex digits and a
 * line end. A key that is gone, or is another than earlier runs name, is never replaced in silence: whoever got pseudonyms
 * under the old one could not be answered any more, and the next run would not know the persons of the last.
 *
 * @param inUse ids of the keys that earlier runs name
 * @param acceptsNew true where somebody has accepted a new key
 * @throws NorsktilskuddError refused PSEUDONYM_KEY_LOST, PSEUDONYM_KEY_OTHER; as readPseudonymKey
 */
export function openPseudonymKey(path: string, inUse: readonly string[], acceptsNew: boolean): Uint8Array {
  if (kindOfPath(path) === 'none' && !isLink(path)) {
    if (inUse.length > 0 && !acceptsNew) throw lost(path, inUse);
    writeWholeFile(path, `${secretBytes(PSEUDONYM_KEY_BYTES).toString('hex')}\n`, RESTRICTED_MODE);
  }
  return acceptsNew ? readPseudonymKey(path) : readPseudonymKeyInUse(path, inUse);
}

/**
 * Like openPseudonymKey, but makes none: what is shown was made with a key that exists.
 *
 * @throws NorsktilskuddError as openPseudonymKey
 */
export function readPseudonymKeyInUse(path: string, inUse: readonly string[]): Uint8Array {
  if (kindOfPath(path) === 'none' && inUse.length > 0) throw lost(path, inUse);
  const key = readPseudonymKey(path);
  const keyId = pseudonymKeyId(key);
  if (inUse.length === 0 || inUse.includes(keyId)) return key;
  throw new NorsktilskuddError('refused', 'PSEUDONYM_KEY_OTHER', { file: path, keyId, keyIds: inUse.join(', ') });
}

/**
 * The key that a file holds.
 *
 * @throws NorsktilskuddError usage PSEUDONYM_KEY_MISSING where there is none; refused PSEUDONYM_KEY_OPEN where others may
 *   read it; input PSEUDONYM_KEY_NOT_FILE for a folder, pipe or device, PSEUDONYM_KEY_UNREADABLE where it holds anything else
 */
export function readPseudonymKey(path: string): Uint8Array {
  const kind = kindOfPath(path);
  if (kind === 'none') {
    const code = isLink(path) ? 'PSEUDONYM_KEY_LINK' : 'PSEUDONYM_KEY_MISSING';
    throw new NorsktilskuddError('usage', code, { file: path });
  }
  if (kind !== 'file') throw new NorsktilskuddError('input', 'PSEUDONYM_KEY_NOT_FILE', { file: path });
  if (othersMayRead(path)) throw new NorsktilskuddError('refused', 'PSEUDONYM_KEY_OPEN', { file: path });
  const text = readBytes(path, LARGEST_FILE_BYTES)
    .toString('latin1')
    .replace(/[\r\n]+$/, '');
  if (!/^[0-9a-f]+$/.test(text)) throw new NorsktilskuddError('input', 'PSEUDONYM_KEY_UNREADABLE', { file: path });
  if (text.length !== DIGITS) {
    throw new NorsktilskuddError('input', 'PSEUDONYM_KEY_LENGTH', { file: path, digits: text.length });
  }
  return Buffer.from(text, 'hex');
}

function lost(file: string, keyIds: readonly string[]): NorsktilskuddError {
  return new NorsktilskuddError('refused', 'PSEUDONYM_KEY_LOST', { file, keyIds: keyIds.join(', ') });
}
