import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text as UTF-8: 64 hex digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Head of a chain after one more entry: SHA-256 over the 32 bytes of the head before and then the entry; 64 hex digits. */
export function chainedHash(previous: string, entry: string | Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(entry).digest('hex');
}
