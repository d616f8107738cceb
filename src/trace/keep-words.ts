import type { ByteWriter } from './byte-writer';
import { fileHeader, TRACE_FORMAT, type TraceFormat } from './format';
import type { TraceSealer } from './sealer';

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

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
