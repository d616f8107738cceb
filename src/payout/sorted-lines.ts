import { assert, at, f64 } from '../domain';
import { openReader, openWriter, removeTree } from '../effects';

/** Lines that are sorted in memory at once; a power of two. */
const LINES_PER_RUN = 262_144;
const CHUNK_BYTES = 262_144;
/** A line end inside a line stands as this character while the line is in a file of its own. */
const LINE_END_INSIDE = '\u0000';

/**
 * Sorts any number of lines by code units in constant memory: sorted runs in files of their own, merged at the end.
 * A rank that ascends with the text makes it a sort of numbers; lines of equal rank are compared as text.
 */
export class SortedLines {
  readonly #scratchPath: string;
  readonly #linesPerRun: number;
  readonly #lines: string[] = [];
  readonly #keys: Float64Array;
  readonly #runs: string[] = [];

  /** @param scratchPath beginning of the names of temporary files, which `drain` removes */
  constructor(scratchPath: string, linesPerRun = LINES_PER_RUN) {
    this.#scratchPath = scratchPath;
    this.#linesPerRun = linesPerRun;
    this.#keys = new Float64Array(linesPerRun);
  }

  /** @param rank a whole number below 2^35; of two lines the one with the lower rank is never the later as text */
  add(rank: number, line: string): void {
    this.#keys[this.#lines.length] = rank * LINES_PER_RUN + this.#lines.length;
    this.#lines.push(line);
    if (this.#lines.length === this.#linesPerRun) this.#spill();
  }

  /** All lines in order, once. */
  *drain(): Iterable<string> {
    if (this.#runs.length === 0) {
      yield* this.#sorted();
      return;
    }
    if (this.#lines.length > 0) this.#spill();
    yield* merge(this.#runs.map(linesOf));
    for (const run of this.#runs) removeTree(run);
  }

  #sorted(): string[] {
    const count = this.#lines.length;
    const keys = this.#keys.subarray(0, count).sort();
    const sorted: string[] = [];
    let start = 0;
    while (start < count) {
      const rank = rankOf(f64(keys, start));
      let end = start + 1;
      while (end < count && rankOf(f64(keys, end)) === rank) end += 1;
      const equals: string[] = [];
      for (let place = start; place < end; place += 1) equals.push(at(this.#lines, f64(keys, place) % LINES_PER_RUN));
      if (equals.length > 1) equals.sort();
      for (const line of equals) sorted.push(line);
      start = end;
    }
    return sorted;
  }

  #spill(): void {
    const path = `${this.#scratchPath}.${this.#runs.length}.part`;
    const writer = openWriter(path, 0o600);
    try {
      let text = '';
      for (const line of this.#sorted()) {
        text += `${line.replaceAll('\n', LINE_END_INSIDE)}\n`;
        if (text.length < CHUNK_BYTES) continue;
        writer.write(Buffer.from(text, 'utf8'));
        text = '';
      }
      writer.write(Buffer.from(text, 'utf8'));
    } finally {
      writer.abandon();
    }
    this.#runs.push(path);
    this.#lines.length = 0;
  }
}

function rankOf(key: number): number {
  return Math.floor(key / LINES_PER_RUN);
}

/** Lines of a run, read in chunks. */
function* linesOf(path: string): Generator<string> {
  const reader = openReader(path);
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let position = 0;
    while (position < reader.size) {
      const filled = reader.read(buffer, position);
      const end = buffer.lastIndexOf(10, filled - 1) + 1;
      assert(end > 0, 'a line is longer than the buffer');
      const lines = buffer.toString('utf8', 0, end - 1).split('\n');
      for (const line of lines) yield line.replaceAll(LINE_END_INSIDE, '\n');
      position += end;
    }
  } finally {
    reader.close();
  }
}

interface Head {
  line: string;
  readonly rest: Generator<string>;
}

/** Merges sorted runs; the heads stay sorted, the least one last. */
function* merge(runs: readonly Generator<string>[]): Generator<string> {
  const heads: Head[] = [];
  for (const rest of runs) advance({ line: '', rest }, heads);
  for (let least = heads.pop(); least; least = heads.pop()) {
    yield least.line;
    advance(least, heads);
  }
}

function advance(head: Head, heads: Head[]): void {
  const next = head.rest.next();
  if (next.done) return;
  head.line = next.value;
  let place = heads.length;
  while (place > 0 && at(heads, place - 1).line < head.line) place -= 1;
  heads.splice(place, 0, head);
}
