import type { LineTable } from '../domain';

const LINES_A_CHUNK = 32_768;

/** Bytes of trace.lines: per payout line, in the order of payout_lines.csv, the numbers of its leaf and record. */
export function* lineIndexBytes(lines: LineTable): Generator<Uint8Array> {
  let words = new Uint32Array(Math.min(lines.length, LINES_A_CHUNK) * 2);
  let filled = 0;
  for (const line of lines) {
    words[filled] = line.traceLeaf;
    words[filled + 1] = line.traceRecord;
    filled += 2;
    if (filled < words.length) continue;
    yield new Uint8Array(words.buffer);
    words = new Uint32Array(words.length);
    filled = 0;
  }
  if (filled > 0) yield new Uint8Array(words.buffer, 0, filled * 4);
}
