import { hashInto } from './fast-hash';
import { PSEUDONYM_BYTES } from './format';
import { DIGITS, PSEUDONYM_LABEL, partKey, RECIPIENT_LABEL } from './keys';
import { PART_PLACE_BYTES } from './part-secrets';
import type { SealerKeys } from './sealer';

/** Bytes of a block of SHA-256. */
const BLOCK_BYTES = 64;
/** Bytes that the sealing program is told before it begins. */
export const SECRETS_BYTES = 4 * BLOCK_BYTES;

/**
 * Key and messages of what is secret in a trace (FORMAT.md, "Pseudonyms and salts"), four blocks: the key of the HMACs, the
 * messages of a pseudonym and of a pseudonym before a recipient, and that of the secrets of a part, its key first. Digits,
 * numbers, recipients and pseudonyms are still to be filled in.
 */
export function sealingSecrets(keys: SealerKeys): Buffer {
  const key = partKey(keys.pseudonymKey, keys.runId);
  return Buffer.concat([
    keyBlock(keys.pseudonymKey),
    messageBlock(Buffer.from(PSEUDONYM_LABEL), DIGITS, BLOCK_BYTES),
    messageBlock(Buffer.from(RECIPIENT_LABEL), 4 + PSEUDONYM_BYTES, BLOCK_BYTES),
    messageBlock(key, PART_PLACE_BYTES, 0),
  ]);
}

/** A key as HMAC takes it (RFC 2104): hashed where it is longer than a block, then zeros. */
function keyBlock(key: Uint8Array): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  if (key.length > BLOCK_BYTES) hashInto(key, block, 0);
  else block.set(key);
  return block;
}

/** A message, padded: some bytes, so many more, and behind so many bytes that have been hashed before. */
function messageBlock(first: Buffer, more: number, before: number): Buffer {
  const length = first.length + more;
  const block = Buffer.alloc(BLOCK_BYTES);
  block.set(first);
  block[length] = 0x80;
  block.writeUInt32BE((before + length) * 8, BLOCK_BYTES - 4);
  return block;
}
