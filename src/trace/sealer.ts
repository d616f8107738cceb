import { assert } from '../domain';
import { fileHeader, TRACE_FORMAT, type TraceFormat } from './format';

/** What sealing a trace came to. */
export interface SealedTrace {
  /** Root of the tree over all recipients, 32 bytes. */
  readonly root: Buffer;
  /** Hash of the entry of each recipient, as in trace.tree. */
  readonly tree: Buffer;
  /** Parts of all leaves. */
  readonly parts: number;
  /** 16 bytes a leaf; zeros for a kommune. */
  readonly pseudonyms: Buffer;
  /** The two words of trace.index for each leaf. */
  readonly index: Buffer;
}

/** Hashes a trace as it is written; may work on another thread. */
export interface TraceSealer {
  /**
   * Takes whole leaves. The arrays belong to the caller again when the call returns.
   * @param personIds id of each leaf's person, 0 for a kommune
   */
  chunk(words: Int32Array, personIds: Float64Array): void;
  finish(): SealedTrace;
}

/** What a sealer needs to know; passes to another thread as it is. */
export interface SealerKeys {
  readonly pseudonymKey: Uint8Array;
  readonly runId: string;
  /** 1 where the words shall be compared with those of a run of that format; its tree is not made. */
  readonly format?: TraceFormat;
}

/** A sealer that also writes what it is given: trace.bin from its header on, without closing it. */
export function keepWords(file: ByteWriter, sealer: TraceSealer, format: TraceFormat = TRACE_FORMAT): TraceSealer {
  file.write(bytesOf(Int32Array.from(fileHeader(format))));
  return {
    chunk(words, personIds) {
      file.write(bytesOf(words));
      sealer.chunk(words, personIds);
    },
    finish: () => sealer.finish(),
  };
}

/** A chunk of a trace as bytes, to be sent to a thread; views, not copies. */
export function chunkMessage(words: Int32Array, personIds: Float64Array): Uint8Array[] {
  return [bytesOf(words), bytesOf(personIds)];
}

/** Gives a chunk that came over to a sealer. */
export function sealMessage(sealer: TraceSealer, [words, personIds]: readonly Uint8Array[]): void {
  assert(words !== undefined && personIds !== undefined, 'a chunk has words and ids');
  sealer.chunk(
    new Int32Array(words.buffer, words.byteOffset, words.byteLength / Int32Array.BYTES_PER_ELEMENT),
    new Float64Array(personIds.buffer, personIds.byteOffset, personIds.byteLength / Float64Array.BYTES_PER_ELEMENT),
  );
}

/** The bytes of a column; a view, not a copy. */
export function bytesOf(column: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Takes the bytes of one file from front to back; they belong to the caller again when the call returns. */
export interface ByteWriter {
  write(bytes: Uint8Array): void;
}
