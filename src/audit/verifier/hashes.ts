import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of texts and bytes after each other. */
export function digest(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The same, 64 hex digits. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  return digest(...parts).toString('hex');
}

/** What follows from the installation's pseudonym key for a run (FORMAT.md, "Pseudonyms and salts"). */
export interface Keys {
  /** Names the key: 16 hex digits. */
  readonly keyId: string;
  /** Pseudonym of a person's id of 12 digits. */
  pseudonymOf(id: string): string;
  /** What a person is called before a recipient. */
  ofRecipient(recipient: number, pseudonym: Uint8Array): Buffer;
  readonly partKey: Buffer;
  readonly saltKey: Buffer;
}

export function keysOf(key: Uint8Array, runId: string): Keys {
  return {
    keyId: hmac(key, 'norsktilskudd/key-id/v1\n').toString('hex', 0, 8),
    pseudonymOf: (id) => hmac(key, 'norsktilskudd/pseudonym/v1\n', id).toString('hex', 0, 16),
    ofRecipient: (recipient, pseudonym) =>
      hmac(key, 'norsktilskudd/of-recipient/v2\n', u32(recipient), pseudonym).subarray(0, 16),
    partKey: hmac(key, 'norsktilskudd/trace-part/v2\n', runId),
    saltKey: hmac(key, 'norsktilskudd/trace-salt/v1\n', runId),
  };
}

export function hmac(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Numbers of four bytes each, little-endian. */
export function u32(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer);
}

/** Numbers of eight bytes each, little-endian. */
export function i64(...numbers: readonly number[]): Buffer {
  return Buffer.from(BigInt64Array.from(numbers, BigInt).buffer);
}
