import { createHash } from 'node:crypto';
import { trimBlanks } from './text-forms';

/**
 * A number above 0 that stands for bytes: equal bytes have equal ones, others hardly ever (cyrb53). It only says where to
 * look: whoever finds two equal ones compares the bytes themselves.
 */
export function fingerprintOf(bytes: Uint8Array, start: number, end: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    high = Math.imul(high ^ byte, 0x9e3779b1);
    low = Math.imul(low ^ byte, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low & 0x1f_ffff) * 0x1_0000_0000 + (high >>> 0) || 1;
}

/** fingerprintOf() a text in UTF-8, blanks at its ends left out: what a register keeps of the key of a row. */
export function fingerprintOfText(text: string): number {
  const bytes = new TextEncoder().encode(trimBlanks(text));
  return bytes.length === 0 ? 0 : fingerprintOf(bytes, 0, bytes.length);
}

/** SHA-256 of bytes, or of a text as UTF-8: 64 hex digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Head of a chain after one more entry: SHA-256 over the 32 bytes of the head before and then the entry; 64 hex digits. */
export function chainedHash(previous: string, entry: string | Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(entry).digest('hex');
}
