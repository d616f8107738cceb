import { createPublicKey, verify } from 'node:crypto';

/** An Ed25519 signature (RFC 8032) over a text; the key is 64 hex digits. False for what is no key or no signature. */
export function isSignedBy(publicKey: string, signed: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
    return verify(
      null,
      Buffer.from(signed),
      createPublicKey({ key: jwk, format: 'jwk' }),
      Buffer.from(signature, 'hex'),
    );
  } catch {
    return false;
  }
}

/** Points of small order, without the sign bit: under such a key one signature fits every text (RFC 8032, section 8). */
const SMALL_ORDER = [
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

/** Whether a list may give somebody this key. */
export function isSigningKey(key: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const bytes = Buffer.from(key, 'hex');
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return !SMALL_ORDER.includes(bytes.toString('hex'));
}
