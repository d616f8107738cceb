import { createHash } from 'node:crypto';
import { assert } from '../domain';
import { flushBytes, serveThread, writeBytes } from '../effects';
import { keepWords, PartSealer, sealMessage } from '../trace';
import type { SealingInput } from './trace-sealing';

/** Bytes after which a file is made durable as far as it goes: a little at a time here, so that the caller need not wait. */
const FLUSHED_BYTES = 2 ** 22;

/** A file that another thread has opened and will close. */
class HashedFile {
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #durable = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    writeBytes(this.#descriptor, bytes);
    this.#bytes += bytes.length;
    if (this.#bytes - this.#durable >= FLUSHED_BYTES) this.#flush();
  }

  finish(): { bytes: number; sha256: string } {
    this.#flush();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    flushBytes(this.#descriptor);
    this.#durable = this.#bytes;
  }
}

/** What the sealing thread runs (trace-sealing.ts starts it); the calculation goes first. */
serveThread((input) => {
  assert(isInput(input), 'the sealing thread is given its keys and a file');
  const file = new HashedFile(input.descriptor);
  const sealer = keepWords(file, new PartSealer(input.keys), input.keys.format);
  return {
    take: (chunk) => sealMessage(sealer, chunk),
    finish: () => ({ ...sealer.finish(), written: file.finish() }),
  };
}, true);

function isInput(value: unknown): value is SealingInput {
  return typeof value === 'object' && value !== null && 'keys' in value && 'descriptor' in value;
}
