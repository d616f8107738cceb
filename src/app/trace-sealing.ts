import { join } from 'node:path';
import { assert } from '../domain';
import { pathExists, startThread, type Thread } from '../effects';
import { chunkMessage, keepWords, PartSealer, type SealedTrace, type SealerKeys, type TraceSealer } from '../trace';

/** Bundle of trace-sealing-thread.ts, beside the one that this file is in. */
const SCRIPT = join(__dirname, 'sealing-thread.js');

/** What the sealing thread is started with. */
export interface SealingInput {
  readonly keys: SealerKeys;
  /** Number by which trace.bin is open. */
  readonly descriptor: number;
}

/** trace.bin: written here, or lent to the thread that seals. */
export interface WordsFile {
  bytes(bytes: Uint8Array): void;
  descriptorForThread(): number;
  writtenByThread(written: { readonly bytes: number; readonly sha256: string }): void;
}

/** A sealer whose work can be called off. */
export interface RunSealer extends TraceSealer {
  /** Says that no more chunks come: what is left is sealed while the caller does something else. */
  end(): void;
  /** Waits until nothing is written any more, however far it came. */
  stop(): void;
}

/**
 * A sealer for runs, which writes trace.bin, too: on a thread of its own, so that the calculation does not wait. A trace of
 * one chunk is sealed at once, and so is every trace where the program runs uncompiled (tests).
 */
export function sealerForRun(keys: SealerKeys, file: WordsFile): RunSealer {
  return pathExists(SCRIPT) ? new ThreadedSealer(keys, file) : { ...sealHere(keys, file), end: NOTHING, stop: NOTHING };
}

const NOTHING = (): void => {};

function sealHere(keys: SealerKeys, file: WordsFile): TraceSealer {
  return keepWords({ write: (bytes) => file.bytes(bytes) }, new PartSealer(keys), keys.format);
}

class ThreadedSealer implements RunSealer {
  readonly #keys: SealerKeys;
  readonly #file: WordsFile;
  #first: { readonly words: Int32Array; readonly personIds: Float64Array } | undefined;
  #thread: Thread | undefined;

  constructor(keys: SealerKeys, file: WordsFile) {
    this.#keys = keys;
    this.#file = file;
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
    if (this.#thread) return this.#answerOf(this.#thread);
    const sealer = sealHere(this.#keys, this.#file);
    if (this.#first) sealer.chunk(this.#first.words, this.#first.personIds);
    return sealer.finish();
  }

  end(): void {
    this.#thread?.close();
  }

  stop(): void {
    this.#thread?.stop();
  }

  #start(): Thread {
    const input: SealingInput = { keys: this.#keys, descriptor: this.#file.descriptorForThread() };
    const thread = startThread(SCRIPT, input);
    if (this.#first) thread.post(chunkMessage(this.#first.words, this.#first.personIds));
    this.#first = undefined;
    return thread;
  }

  #answerOf(thread: Thread): SealedTrace {
    const answer = thread.finish();
    assert(isAnswer(answer), 'the sealing thread answers with a sealed trace');
    this.#file.writtenByThread(answer.written);
    return {
      root: Buffer.from(answer.root), // Buffers arrive from a thread as plain byte arrays.
      parts: answer.parts,
      pseudonyms: Buffer.from(answer.pseudonyms),
      tree: Buffer.from(answer.tree),
      index: Buffer.from(answer.index),
    };
  }
}

interface Answer {
  readonly root: Uint8Array;
  readonly parts: number;
  readonly pseudonyms: Uint8Array;
  readonly tree: Uint8Array;
  readonly index: Uint8Array;
  readonly written: { readonly bytes: number; readonly sha256: string };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'root' in value && 'written' in value;
}
