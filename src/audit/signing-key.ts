import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { dirname } from 'node:path';
import { NorsktilskuddError } from '../domain';
import { makeFolder, newSigningKey, othersMayRead, pathExists, readText, writeWholeFile } from '../effects';

const PUBLIC_BYTES = 32;

/** A private key that has been read: signs, and names its public part. */
export interface SigningKey {
  /** 64 hex digits. */
  readonly publicKey: string;
  /** Ed25519 over the text as UTF-8; 128 hex digits, the same every time. */
  sign(text: string): string;
}

/**
 * Makes a key file for its owner alone (mode 0600) and returns the public key. Nothing is ever written over.
 *
 * @param passphrase empty for none
 * @throws NorsktilskuddError usage KEY_FILE_EXISTS
 */
export function makeSigningKey(file: string, passphrase: string): string {
  if (pathExists(file)) throw new NorsktilskuddError('usage', 'KEY_FILE_EXISTS', { file });
  const { privatePem, publicKey } = newSigningKey(passphrase);
  makeFolder(dirname(file));
  writeWholeFile(file, privatePem, 0o600);
  return publicKey;
}

/**
 * Reads a key file.
 *
 * @throws NorsktilskuddError usage KEY_FILE_MISSING; refused KEY_FILE_OPEN where others may read it; input
 * KEY_FILE_UNREADABLE where it is no Ed25519 key or the passphrase does not open it
 */
export function readSigningKey(file: string, passphrase: string): SigningKey {
  if (!pathExists(file)) throw new NorsktilskuddError('usage', 'KEY_FILE_MISSING', { file });
  if (othersMayRead(file)) throw new NorsktilskuddError('refused', 'KEY_FILE_OPEN', { file });
  const key = privateKeyOf(file, passphrase);
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: der.subarray(-PUBLIC_BYTES).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
  };
}

function privateKeyOf(file: string, passphrase: string): KeyObject {
  try {
    const key = createPrivateKey({ key: readText(file), format: 'pem', ...(passphrase === '' ? {} : { passphrase }) });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'InjectedFault') throw cause;
  }
  throw new NorsktilskuddError('input', 'KEY_FILE_UNREADABLE', { file });
}
