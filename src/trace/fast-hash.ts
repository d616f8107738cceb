import { hash } from 'node:crypto';
import { HASH_BYTES } from './format';

/**
 * SHA-256 of short messages in place: writes the 32 bytes into `target` from `at`. The one-shot call with text output
 * costs a third of a hash object, and a trace takes some ten hashes a person.
 */
export function hashInto(message: Uint8Array, target: Uint8Array, at: number): void {
  const digest = hash('sha256', message, 'binary');
  for (let index = 0; index < HASH_BYTES; index += 1) target[at + index] = digest.charCodeAt(index);
}

/** Copies a few bytes; a loop costs less than a call of Buffer.copy up to some hundred bytes. */
export function copyBytes(source: Uint8Array, from: number, count: number, target: Uint8Array, at: number): void {
  for (let index = 0; index < count; index += 1) target[at + index] = source[from + index] ?? 0;
}

const BLOCK_BYTES = 64;

/** HMAC-SHA-256 under one key for messages of one fixed length, without an object a message. */
export class FixedHmac {
  /** Fill this with the message before each call. */
  readonly message: Buffer;
  readonly #inner: Buffer;
  readonly #outer: Buffer;

  constructor(key: Uint8Array, messageBytes: number) {
    const block = Buffer.alloc(BLOCK_BYTES);
    if (key.length > BLOCK_BYTES) hashInto(key, block, 0);
    else block.set(key);
    this.#inner = Buffer.alloc(BLOCK_BYTES + messageBytes);
    this.#outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);
    for (let index = 0; index < BLOCK_BYTES; index += 1) {
      this.#inner[index] = block.readUInt8(index) ^ 0x36;
      this.#outer[index] = block.readUInt8(index) ^ 0x5c;
    }
    this.message = this.#inner.subarray(BLOCK_BYTES);
  }

  /** HMAC of `message` into `target` from `at`, 32 bytes. */
  digestInto(target: Buffer, at: number): void {
    hashInto(this.#inner, this.#outer, BLOCK_BYTES);
    hashInto(this.#outer, target, at);
  }
}
