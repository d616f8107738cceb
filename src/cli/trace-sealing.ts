import { join } from 'node:path';
import { assert } from '../domain';
import { pathExists, startThread, type Thread } from '../effects';
import { chunkMessage } from '../trace/chunk-message';
import { createSealer } from '../trace/create-sealer';
import type { SealedTrace, SealerKeys, TraceSealer } from '../trace/sealer';

/** Compiled beside this file. */
const SCRIPT = join(__dirname, 'trace-sealing-thread.js');

/**
 * A sealer for runs: hashes on a thread of its own, so that the calculation does not wait. A trace of one chunk is
 * sealed at once, and so is every trace where the program runs uncompiled (tests).
 */
export function sealerForRun(keys: SealerKeys): TraceSealer {
  return pathExists(SCRIPT) ? new ThreadedSealer(keys) : createSealer(keys);
}

class ThreadedSealer implements TraceSealer {
  readonly #keys: SealerKeys;
  #first: { readonly words: Int32Array; readonly personIds: Float64Array } | undefined;
  #thread: Thread | undefined;

  constructor(keys: SealerKeys) {
    this.#keys = keys;
  }

  chunk(words: Int32Array, personIds: Float64Array): void {
    if (!this.#thread && !this.#first) {
      this.#first = { words: words.slice(), personIds: personIds.slice() };
      return;
    }
    if (!this.#thread) this.#thread = this.#start();
    this.#thread.post(chunkMessage(words, personIds));
  }

  finish(): SealedTrace {
    if (this.#thread) return readAnswer(this.#thread.finish());
    const sealer = createSealer(this.#keys);
    if (this.#first) sealer.chunk(this.#first.words, this.#first.personIds);
    return sealer.finish();
  }

  #start(): Thread {
    const thread = startThread(SCRIPT, this.#keys);
    if (this.#first) thread.post(chunkMessage(this.#first.words, this.#first.personIds));
    this.#first = undefined;
    return thread;
  }
}

/** Buffers arrive from a thread as plain byte arrays. */
function readAnswer(answer: unknown): SealedTrace {
  assert(isAnswer(answer), 'the sealing thread answers with a sealed trace');
  return {
    root: Buffer.from(answer.root),
    entries: answer.entries,
    pseudonyms: Buffer.from(answer.pseudonyms),
    subtrees: Buffer.from(answer.subtrees),
  };
}

interface Answer {
  readonly root: Uint8Array;
  readonly entries: number;
  readonly pseudonyms: Uint8Array;
  readonly subtrees: Uint8Array;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'root' in value && 'subtrees' in value;
}
