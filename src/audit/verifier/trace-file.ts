import { PSEUDONYM_BYTES, type RunContents } from './contents';
import { type Files, hasFile, type OpenFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { TRACE_FILES } from './tables';
import { LEAF, readRecords, TraceFault, type TraceLeaf } from './trace-record';

/** The files of a trace beside trace.bin, read whole: a few bytes a leaf. */
export interface Trace {
  readonly format: 1 | 2;
  readonly index: Uint32Array;
  readonly lines: Uint32Array;
  readonly persons: Buffer;
  readonly tree: Buffer;
}

/** What looks at every leaf in turn, and says what it has found at the end. */
export interface LeafReader {
  take(leaf: TraceLeaf): void;
  finish?(): void;
}

const HEADER_WORDS = 4;
/** Bytes of trace.bin that are held at a time; more only for a leaf that is longer. */
const WINDOW_BYTES = 4_194_304;

/** Reads the small files of the trace; undefined where one is missing or is not made of whole words. */
export function readTrace({ files, folder, manifest }: RunContents, findings: Findings): Trace | undefined {
  if (manifest.trace === null) findings.add('VERIFY_WITHOUT_TRACE', 'manifest.json');
  if (!TRACE_FILES.every((name) => hasFile(files, folder, name))) return undefined;
  const [index, lines, persons, tree] = ['index', 'lines', 'persons', 'tree'].map((name) =>
    readWhole(files, pathIn(folder, `trace.${name}`)),
  );
  const cut = TRACE_FILES.filter((name) => sizeOf(files, folder, name) % 4 !== 0);
  for (const name of cut) findings.add('VERIFY_CUT_OFF', name, { line: 0 });
  if (cut.length > 0 || !index || !lines || !persons || !tree) return undefined;
  const format = openWords(files, folder, (words) => words.read(0, HEADER_WORDS)[2]) === 1 ? 1 : 2;
  return { format, index: unsigned(index), lines: unsigned(lines), persons, tree };
}

function sizeOf(files: Files, folder: string, name: string): number {
  const file = files.open(pathIn(folder, name));
  file.close();
  return file.size;
}

function unsigned(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** Pseudonym of a leaf, 32 hex digits. */
export function personOf({ persons }: Trace, leaf: number): string {
  return persons.toString('hex', leaf * PSEUDONYM_BYTES, (leaf + 1) * PSEUDONYM_BYTES);
}

/** Words of trace.bin, some at a time. */
class Words {
  readonly #file: OpenFile;
  #window = new Int32Array(0);
  #from = 0;

  constructor(file: OpenFile) {
    this.#file = file;
  }

  get length(): number {
    return this.#file.size / 4;
  }

  /** So many words from a place on; fewer where the file ends. */
  read(at: number, count: number): Int32Array {
    if (at < this.#from || at + count > this.#from + this.#window.length) this.#load(at, count);
    return this.#window.subarray(at - this.#from, at - this.#from + count);
  }

  #load(at: number, count: number): void {
    const bytes = Buffer.from(new ArrayBuffer(Math.max(WINDOW_BYTES, count * 4)));
    const read = this.#file.read(bytes, at * 4);
    this.#window = new Int32Array(bytes.buffer, 0, Math.floor(read / 4));
    this.#from = at;
  }
}

function openWords<T>(files: Files, folder: string, use: (words: Words) => T): T {
  const file = files.open(pathIn(folder, 'trace.bin'));
  try {
    return use(new Words(file));
  } finally {
    file.close();
  }
}

/** What a trace comes to. */
export interface TraceCounts {
  leaves: number;
  persons: number;
  parts: number;
  /** Recipients that stand in a part. */
  readonly recipients: Set<number>;
}

/**
 * Shows every leaf of trace.bin in order, checked against its own lengths, its number, trace.index and trace.persons. Stops
 * at the first leaf whose length cannot be true, for nothing behind it can be found.
 */
export function readLeaves(
  run: RunContents,
  trace: Trace,
  findings: Findings,
  readers: readonly LeafReader[],
): TraceCounts {
  const counts: TraceCounts = { leaves: 0, persons: 0, parts: 0, recipients: new Set() };
  openWords(run.files, run.folder, (words) => {
    checkHeader(words, trace, findings);
    for (let at = HEADER_WORDS; at < words.length; ) {
      const next = takeLeaf(words, at, { trace, counts, findings, readers });
      if (next === undefined) break;
      at = next;
    }
  });
  const { leaves } = counts;
  if (trace.index.length !== leaves * 2)
    wrongWord('trace.index', trace.index.length, leaves * 2, trace.index.length, findings);
  findings.compare('VERIFY_FILE_SIZE', 'trace.persons', leaves * PSEUDONYM_BYTES, trace.persons.length);
  checkCounts(run, trace, counts, findings);
  for (const reader of readers) reader.finish?.();
  return counts;
}

function checkHeader(words: Words, { format }: Trace, findings: Findings): void {
  const header = Buffer.from(`NTTRACE${format}${String.fromCharCode(format)}\0\0\0\0\0\0\0`, 'latin1');
  const found = words.read(0, HEADER_WORDS);
  for (let word = 0; word < HEADER_WORDS; word += 1) {
    const expected = header.readInt32LE(word * 4);
    if (found[word] !== expected) wrongWord('trace.bin', word, expected, found[word], findings);
  }
}

interface Walk {
  readonly trace: Trace;
  readonly counts: TraceCounts;
  readonly findings: Findings;
  readonly readers: readonly LeafReader[];
}

/** Takes the leaf at a word. Returns the word behind it; undefined where its length cannot be true. */
function takeLeaf(words: Words, at: number, { trace, counts, findings, readers }: Walk): number | undefined {
  const number = counts.leaves;
  const [head = 0] = words.read(at, 3);
  const [kind, length] = [head >>> 24, head & 0xff_ff_ff];
  const unreadable = (reason: string): void =>
    findings.add('VERIFY_TRACE_LEAF', 'trace.bin', { byte: at * 4, leaf: number, reason });
  if (length < 3 || at + length > words.length || kind > LEAF.adjustment) {
    unreadable('length or kind');
    return undefined;
  }
  const held = words.read(at, length);
  if (held[1] !== number) wrongWord('trace.bin', at + 1, number, held[1], findings);
  if (trace.index[number * 2] !== at) wrongWord('trace.index', number * 2, at, trace.index[number * 2], findings);
  const before = trace.format === 1 ? number + counts.parts : counts.parts;
  const found = trace.index[number * 2 + 1];
  if (found !== before) wrongWord('trace.index', number * 2 + 1, before, found, findings);
  if (kind === LEAF.kommune && !/^0*$/.test(personOf(trace, number))) {
    findings.add('VERIFY_PSEUDONYM', 'trace.persons', { leaf: number });
  }
  counts.leaves += 1;
  if (kind === LEAF.person) counts.persons += 1;
  try {
    const records = readRecords(held, kind);
    for (const { parts } of records) {
      counts.parts += parts.length;
      for (const { recipient } of parts) counts.recipients.add(recipient);
    }
    const leaf = { number, kind, about: held[2] ?? 0, words: held, records };
    for (const reader of readers) reader.take(leaf);
  } catch (cause) {
    if (!(cause instanceof TraceFault)) throw cause;
    unreadable(cause.message);
  }
  return at + length;
}

function wrongWord(file: string, place: number, expected: number, found: number | undefined, findings: Findings): void {
  findings.add('VERIFY_TRACE_WORD', file, { byte: place * 4, expected, found: found ?? '' });
}

/** The manifest counts leaves, persons and entries (FORMAT.md, "Parts and tree"). */
function checkCounts({ manifest }: RunContents, { format }: Trace, counts: TraceCounts, findings: Findings): void {
  const { leaves, persons, parts, recipients } = counts;
  const figure = (path: string, counted: number, sealed: number): void =>
    findings.figure(path, 'trace.bin', counted, sealed);
  figure('counts.leaves', leaves, manifest.counts.leaves);
  figure('counts.persons', persons, manifest.counts.persons);
  figure('trace.format', format, manifest.trace?.format ?? 0);
  figure('trace.leaves', leaves, manifest.trace?.leaves ?? 0);
  figure('trace.entries', format === 1 ? leaves + parts : 1 + recipients.size, manifest.trace?.entries ?? 0);
}
