import type { LineTable } from '../domain';

const LINES_A_CHUNK = 32_768;

/** Bytes of trace.lines: per payout line, in the order of payout_lines.csv, the numbers of its leaf and record. */
export function* lineIndexBytes(lines: LineTable): Generator<Uint8Array> {
  for (let from = 0; from < lines.length; from += LINES_A_CHUNK) {
    const count = Math.min(LINES_A_CHUNK, lines.length - from);
    const words = new Uint32Array(count * 2);
    lines.traceAddresses(from, words);
    yield new Uint8Array(words.buffer);
  }
}
