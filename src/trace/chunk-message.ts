import { assert } from '../domain';
import type { TraceSealer } from './sealer';

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

function bytesOf(column: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
