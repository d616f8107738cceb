import { join } from 'node:path';
import { i32 } from '../../domain';
import { fileSize, pathExists, readBytes } from '../../effects';
import { FILE_HEADER, fileHeader, PSEUDONYM_BYTES, TRACE_FILES, type TraceFormat } from '../../trace/format';
import {
  entryCount,
  firstRecord,
  leafKind,
  leafLength,
  partCount,
  partLength,
  recordLength,
} from '../../trace/leaf-words';
import type { Problems } from './problems';

/** The files of a trace, read whole. */
export interface TraceWords {
  readonly words: Int32Array;
  readonly index: Uint32Array;
  readonly persons: Buffer;
  readonly lines: Uint32Array;
  readonly tree: Buffer;
}

/** A leaf that has its shape. */
export interface LeafPlace {
  readonly leaf: number;
  /** Word of trace.bin at which it begins. */
  readonly at: number;
  /** Parts of the leaves before it. */
  readonly partsBefore: number;
}

/** Shortest records: head of a person's, head and three amounts of a kommune's. */
const SHORTEST_RECORD = { person: 6, kommune: 11 } as const;
const KOMMUNE = 2;

/** Reads the five files; undefined where one is missing or is not made of whole words. */
export function readTraceWords(folder: string, problems: Problems): TraceWords | undefined {
  for (const name of Object.values(TRACE_FILES)) {
    if (!pathExists(join(folder, name))) return undefined;
    if (fileSize(join(folder, name)) % 4 === 0) continue;
    problems.add('VERIFY_CUT_OFF', name, { line: 0 });
    return undefined;
  }
  const read = (name: keyof typeof TRACE_FILES): Buffer => Buffer.from(readBytes(join(folder, TRACE_FILES[name])));
  const bytes = (name: keyof typeof TRACE_FILES): ArrayBuffer => Uint8Array.from(read(name)).buffer;
  return {
    words: new Int32Array(bytes('words')),
    index: new Uint32Array(bytes('index')),
    persons: read('persons'),
    lines: new Uint32Array(bytes('lines')),
    tree: read('tree'),
  };
}

/** Format of a trace by its header; of another one every word of the header is told (leafPlaces). */
export function traceFormatOf({ words }: TraceWords): TraceFormat {
  return words[2] === 1 ? 1 : 2;
}

/**
 * Every leaf of trace.bin in order, checked against its own lengths, its number and trace.index. Stops at the first
 * leaf whose length cannot be true, for nothing behind it can be found.
 */
export function* leafPlaces(trace: TraceWords, problems: Problems): Generator<LeafPlace> {
  const { words, index } = trace;
  const format = traceFormatOf(trace);
  fileHeader(format).forEach((word, place) => {
    if (words[place] !== word) wrongWord(TRACE_FILES.words, place, word, words[place], problems);
  });
  let [at, leaf, parts] = [FILE_HEADER.length as number, 0, 0];
  while (at < words.length) {
    const reason = leafFault(words, at);
    if (reason !== '') {
      problems.add('VERIFY_TRACE_LEAF', TRACE_FILES.words, { byte: at * 4, leaf, reason });
      return;
    }
    if (words[at + 1] !== leaf) wrongWord(TRACE_FILES.words, at + 1, leaf, words[at + 1], problems);
    if (index[leaf * 2] !== at) wrongWord(TRACE_FILES.index, leaf * 2, at, index[leaf * 2], problems);
    const before = format === 1 ? leaf + parts : parts;
    const found = index[leaf * 2 + 1];
    if (found !== before) wrongWord(TRACE_FILES.index, leaf * 2 + 1, before, found, problems);
    yield { leaf, at, partsBefore: parts };
    parts += entryCount(words, at) - 1;
    at += leafLength(words, at);
    leaf += 1;
  }
  if (index.length !== leaf * 2) wrongWord(TRACE_FILES.index, index.length, leaf * 2, index.length, problems);
  const personBytes = leaf * PSEUDONYM_BYTES;
  if (trace.persons.length !== personBytes) {
    problems.compare('VERIFY_FILE_SIZE', TRACE_FILES.persons, personBytes, trace.persons.length);
  }
}

function wrongWord(file: string, place: number, expected: number, found: number | undefined, problems: Problems): void {
  problems.add('VERIFY_TRACE_WORD', file, { byte: place * 4, expected, found: found ?? '' });
}

/** Why the leaf at a place cannot be read; empty where it can. */
function leafFault(words: Int32Array, at: number): string {
  const end = at + leafLength(words, at);
  const kind = leafKind(words, at);
  if (end < at + 3 || end > words.length || kind > KOMMUNE) return 'length or kind';
  const shortest = kind === KOMMUNE ? SHORTEST_RECORD.kommune : SHORTEST_RECORD.person;
  for (let record = firstRecord(at); record < end; record += recordLength(words, record)) {
    const length = recordLength(words, record);
    if (length < shortest || record + length > end) return `record at word ${record}`;
    const countAt = kind === KOMMUNE ? record + 3 : record + 6 + (i32(words, record + 3) & 0xff_ff) * 2 + 7;
    if (countAt >= words.length && kind !== KOMMUNE && ((words[record] ?? 0) & (1 << 30)) !== 0) return 'candidates';
    if (partCount(words, record, kind) * partLength(words, record) > length - shortest)
      return `parts at word ${record}`;
  }
  return '';
}
