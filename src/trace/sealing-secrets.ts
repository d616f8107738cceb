import { hashInto } from './fast-hash';
import { DIGITS, PSEUDONYM_LABEL, saltKey } from './keys';
import type { SealerKeys } from './sealer';

/** Bytes of a block of SHA-256. */
const BLOCK_BYTES = 64;
/** Bytes that the sealing program is told before it begins. */
export const SECRETS_BYTES = 4 * BLOCK_BYTES;

/**
 * Keys and messages of the two kinds of HMAC in a trace (FORMAT.md, "Pseudonyms and salts"), four blocks: key of the
 * pseudonyms, message of a pseudonym; key of the salts, message of a salt. Digits and numbers are still to be filled in.
 */
export function sealingSecrets(keys: SealerKeys): Buffer {
  const pseudonym = Buffer.from(PSEUDONYM_LABEL + '0'.repeat(DIGITS), 'latin1');
  const salt = Buffer.alloc(12);
  salt.write('leaf', 'latin1');
  return Buffer.concat([
    keyBlock(keys.pseudonymKey),
    messageBlock(pseudonym),
    keyBlock(saltKey(keys.pseudonymKey, keys.runId)),
    messageBlock(salt),
  ]);
}

/** A key as HMAC takes it (RFC 2104): hashed where it is longer than a block, then zeros. */
function keyBlock(key: Uint8Array): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  if (key.length > BLOCK_BYTES) hashInto(key, block, 0);
  else block.set(key);
  return block;
}

/** The message of an inner hash behind the block of its key, padded. */
function messageBlock(message: Uint8Array): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  block.set(message);
  block[message.length] = 0x80;
  block.writeUInt32BE((BLOCK_BYTES + message.length) * 8, BLOCK_BYTES - 4);
  return block;
}
