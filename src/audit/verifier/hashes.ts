import { createHash } from 'node:crypto';

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
