import { FILE_HEADER, HASH_BYTES, PSEUDONYM_BYTES } from './format';
import { HeadEntry } from './head-entry';
import { PSEUDONYM_LABEL, RECIPIENT_LABEL } from './keys';
import { PartTree } from './part-tree';
import type { SealedTrace, SealerKeys, TraceSealer } from './sealer';
import { SECRETS_BYTES, sealingSecrets } from './sealing-secrets';

/** What sealing-program/index.ts exports. Places count bytes of its memory. */
interface SealingProgram {
  readonly memory: WebAssembly.Memory;
  secretsPlace(): number;
  begin(firstWord: number, firstDigit: number, recipient: number): void;
  makeRoom(words: number, leaves: number): void;
  wordsPlace(): number;
  personsPlace(): number;
  /** Returns the number of parts. */
  seal(words: number, leaves: number): number;
  pseudonymsPlace(): number;
  indexPlace(): number;
  hashesPlace(): number;
  codesPlace(): number;
}

const INDEX_BYTES = 8;

/** True where this processor and version of Node can hash four messages at once. */
export function canRun(program: Uint8Array): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(program);
}

/** A sealer that hashes four messages at once: the same tree as the plain one in a fraction of the time. */
export class ProgramSealer implements TraceSealer {
  readonly #program: SealingProgram;
  readonly #tree = new PartTree();
  readonly #head = new HeadEntry();
  readonly #keys: SealerKeys;
  readonly #pseudonyms: Buffer[] = [];
  readonly #index: Buffer[] = [];

  /** @param program sealing-program, compiled by the build */
  constructor(keys: SealerKeys, program: Uint8Array) {
    this.#keys = keys;
    this.#program = new WebAssembly.Instance<SealingProgram>(new WebAssembly.Module(program)).exports;
    const { memory } = this.#program;
    new Uint8Array(memory.buffer, this.#program.secretsPlace(), SECRETS_BYTES).set(sealingSecrets(keys));
    this.#program.begin(FILE_HEADER.length, PSEUDONYM_LABEL.length, RECIPIENT_LABEL.length);
  }

  chunk(words: Int32Array, personIds: Float64Array): void {
    const program = this.#program;
    program.makeRoom(words.length, personIds.length);
    const { buffer } = program.memory;
    new Int32Array(buffer, program.wordsPlace(), words.length).set(words);
    new Float64Array(buffer, program.personsPlace(), personIds.length).set(personIds);
    const parts = program.seal(words.length, personIds.length);
    const pseudonyms = this.#copy(program.pseudonymsPlace(), personIds.length * PSEUDONYM_BYTES);
    this.#pseudonyms.push(pseudonyms);
    this.#head.addWords(words);
    this.#head.addPersons(pseudonyms);
    this.#index.push(this.#copy(program.indexPlace(), personIds.length * INDEX_BYTES));
    // The memory may be another one now.
    const hashes = new Uint8Array(program.memory.buffer, program.hashesPlace(), parts * HASH_BYTES);
    const codes = new Uint32Array(program.memory.buffer, program.codesPlace(), parts);
    codes.forEach((recipient, part) => {
      this.#tree.addHash(hashes, part * HASH_BYTES, recipient);
    });
  }

  finish(): SealedTrace {
    const { root, hashes } = this.#tree.finish(this.#head.data(this.#keys));
    return {
      root,
      tree: hashes,
      parts: this.#tree.parts,
      pseudonyms: Buffer.concat(this.#pseudonyms),
      index: Buffer.concat(this.#index),
    };
  }

  #copy(place: number, bytes: number): Buffer {
    return Buffer.from(new Uint8Array(this.#program.memory.buffer, place, bytes));
  }
}
