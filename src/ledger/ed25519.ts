import { createPublicKey, verify } from 'node:crypto';

/** Bytes before the 32 of a key in its public form (RFC 8410, SubjectPublicKeyInfo). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** True for the 64 hex digits of an Ed25519 public key or of a hash. */
export function isHex64(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/**
 * Whether an Ed25519 signature (RFC 8032) is that of a key over a text as UTF-8. False, never an error, for anything that
 * is no key or no signature.
 *
 * @param publicKey 64 hex digits; @param signature 128 hex digits
 */
export function signatureHolds(publicKey: string, text: string, signature: string): boolean {
  if (!isHex64(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const der = Buffer.concat([PUBLIC_PREFIX, Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
