import { generateKeyPairSync } from 'node:crypto';
import { statSync } from 'node:fs';
import { faultPoint } from './faults';

/** A new Ed25519 key. */
export interface NewSigningKey {
  /** PKCS #8 as PEM, encrypted where a passphrase was given. */
  readonly privatePem: string;
  /** 64 hex digits. */
  readonly publicKey: string;
}

/** Bytes of an Ed25519 public key at the end of its DER form. */
const PUBLIC_BYTES = 32;

/** Makes an Ed25519 key; with a passphrase the private part is encrypted (AES-256-CBC). */
export function newSigningKey(passphrase: string): NewSigningKey {
  faultPoint('random.key');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const encryption = passphrase === '' ? {} : { cipher: 'aes-256-cbc', passphrase };
  const privatePem = privateKey.export({ format: 'pem', type: 'pkcs8', ...encryption });
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { privatePem: String(privatePem), publicKey: der.subarray(-PUBLIC_BYTES).toString('hex') };
}

/** True where others than the owner may read a file. Windows keeps no such bits and answers false. */
export function othersMayRead(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
