import { assert, at, f64, u32 } from '../domain';
import { openReader, openWriter, removeTree } from '../effects';
import { RowBytes } from './row-bytes';

/** Rows that are sorted in memory at once; a power of two. */
const ROWS_PER_RUN = 262_144;
/** Bytes that are kept in memory at once. */
const ARENA_BYTES = 32 * 1024 * 1024;
const CHUNK_BYTES = 262_144;
/** Longest row. */
export const ROW_BYTES_LIMIT = 4_096;

/** Takes the bytes `start` to `end` of a row; they are valid during the call only. */
export type RowReceiver = (source: Buffer, start: number, end: number) => void;

/**
 * Sorts any number of rows by their bytes in constant memory: sorted runs in files of their own, merged at the end. A
 * rank that ascends with the bytes makes it a sort of numbers; only rows of equal rank are compared.
 */
export class SortedRows {
  /** Write one row here, then call `end`. */
  readonly row: RowBytes;
  readonly #scratchPath: string;
  readonly #rowsPerRun: number;
  readonly #keys: Float64Array;
  readonly #starts: Uint32Array;
  readonly #runs: string[] = [];
  #count = 0;

  /** @param scratchPath beginning of the names of temporary files, which `drain` removes */
  constructor(scratchPath: string, rowsPerRun = ROWS_PER_RUN, arenaBytes = ARENA_BYTES) {
    this.#scratchPath = scratchPath;
    this.#rowsPerRun = rowsPerRun;
    this.#keys = new Float64Array(rowsPerRun);
    this.#starts = new Uint32Array(rowsPerRun + 1);
    this.row = new RowBytes(arenaBytes);
  }

  /** The row is whole. @param rank below 2^35; of two rows the one with the lower rank is never the later by its bytes */
  end(rank: number): void {
    const size = this.row.length - u32(this.#starts, this.#count);
    assert(size <= ROW_BYTES_LIMIT && this.row.room >= 0, 'a row is too long to be sorted');
    this.#keys[this.#count] = rank * ROWS_PER_RUN + this.#count;
    this.#count += 1;
    this.#starts[this.#count] = this.row.length;
    if (this.#count === this.#rowsPerRun || this.row.room < ROW_BYTES_LIMIT) this.#spill();
  }

  /** Hands on all rows in order, once. */
  drain(receive: RowReceiver): void {
    if (this.#runs.length === 0) {
      this.#sorted(receive);
      return;
    }
    if (this.#count > 0) this.#spill();
    const readers = this.#runs.map((path) => new RunReader(path));
    try {
      merge(readers, receive);
    } finally {
      for (const reader of readers) reader.close();
    }
    for (const run of this.#runs) removeTree(run);
  }

  #sorted(receive: RowReceiver): void {
    const keys = this.#keys.subarray(0, this.#count).sort();
    const { buffer } = this.row;
    let first = 0;
    while (first < keys.length) {
      const rank = rankOf(f64(keys, first));
      let end = first + 1;
      while (end < keys.length && rankOf(f64(keys, end)) === rank) end += 1;
      if (end > first + 1) this.#sortEquals(keys.subarray(first, end));
      for (; first < end; first += 1) {
        const index = f64(keys, first) % ROWS_PER_RUN;
        receive(buffer, u32(this.#starts, index), u32(this.#starts, index + 1));
      }
    }
  }

  #sortEquals(keys: Float64Array): void {
    keys.sort((a, b) => this.#compare(a % ROWS_PER_RUN, b % ROWS_PER_RUN));
  }

  #compare(a: number, b: number): number {
    const { buffer } = this.row;
    const starts = this.#starts;
    return buffer.compare(buffer, u32(starts, b), u32(starts, b + 1), u32(starts, a), u32(starts, a + 1));
  }

  #spill(): void {
    const path = `${this.#scratchPath}.${this.#runs.length}.part`;
    const writer = openWriter(path, 0o600);
    const size = Buffer.alloc(4);
    const output = new RowBytes(CHUNK_BYTES);
    const flush = (): void => {
      writer.write(output.view());
      output.length = 0;
    };
    try {
      this.#sorted((source, start, end) => {
        if (output.room < ROW_BYTES_LIMIT + size.length) flush();
        size.writeUInt32LE(end - start);
        output.copy(size, 0, size.length);
        output.copy(source, start, end);
      });
      flush();
    } finally {
      writer.abandon();
    }
    this.#runs.push(path);
    this.#count = 0;
    this.row.length = 0;
  }
}

function rankOf(key: number): number {
  return Math.floor(key / ROWS_PER_RUN);
}

/** Rows of a run, read in chunks: each with its length before it. */
class RunReader {
  /** The row at the head, undefined at the end. */
  head: Buffer | undefined;
  readonly #reader;
  readonly #buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  #filled = 0;
  #place = 0;
  #position = 0;

  constructor(path: string) {
    this.#reader = openReader(path);
    this.advance();
  }

  advance(): void {
    if (this.#filled - this.#place < ROW_BYTES_LIMIT + 4) this.#fill();
    if (this.#place === this.#filled) {
      this.head = undefined;
      return;
    }
    const start = this.#place + 4;
    this.#place = start + this.#buffer.readUInt32LE(this.#place);
    this.head = this.#buffer.subarray(start, this.#place);
  }

  close(): void {
    this.#reader.close();
  }

  #fill(): void {
    this.#buffer.copyWithin(0, this.#place, this.#filled);
    this.#filled -= this.#place;
    this.#place = 0;
    const count = this.#reader.read(this.#buffer.subarray(this.#filled), this.#position);
    this.#position += count;
    this.#filled += count;
  }
}

/** Merges sorted runs; the readers stay sorted by their heads, the least one last. */
function merge(runs: readonly RunReader[], receive: RowReceiver): void {
  const waiting: RunReader[] = [];
  for (const run of runs) place(run, waiting);
  for (let least = waiting.pop(); least?.head; least = waiting.pop()) {
    receive(least.head, 0, least.head.length);
    least.advance();
    place(least, waiting);
  }
}

function place(run: RunReader, waiting: RunReader[]): void {
  const { head } = run;
  if (!head) return;
  let index = waiting.length;
  while (index > 0) {
    const other = at(waiting, index - 1).head;
    if (!other || Buffer.compare(other, head) >= 0) break;
    index -= 1;
  }
  waiting.splice(index, 0, run);
}
