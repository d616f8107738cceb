import { createPublicKey, verify } from 'node:crypto';

/** Bytes before the 32 of a key in its public form (RFC 8410, SubjectPublicKeyInfo). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** True for the 64 hex digits of an Ed25519 public key or of a hash. */
export function isHex64(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/**
 * Y coordinates, without the sign bit, of the points of small order in every form in which they can be written. Under such
 * a key one signature fits every text, so that anybody could sign with it (RFC 8032, section 8; "taming the many EdDSAs").
 */
const SMALL_ORDER = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** Whether a text is a public key that only the holder of a private key can sign for. */
export function isSigningKey(text: string): boolean {
  if (!isHex64(text)) return false;
  const bytes = Buffer.from(text, 'hex');
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return !SMALL_ORDER.has(bytes.toString('hex'));
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
