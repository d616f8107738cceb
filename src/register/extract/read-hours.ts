import { join } from 'node:path';
import { assert, i32 } from '../../domain';
import { type FileReader, openReader, pathExists, startThread } from '../../effects';
import { KeyCheck } from '../reading/check-keys';
import { NumberIndex, type NumberIndexMemory } from '../reading/number-index';
import { type FieldContext, type RowTarget, TableReader } from '../reading/read-fields';
import type { TableHeader } from '../reading/read-header';
import type { FileSurvey } from '../reading/survey-file';
import { type RejectColumns, RejectLog } from '../rejects/reject-log';
import { type BucketShape, RowStore } from '../spill/row-store';
import { type SpilledBucket, SpillFile } from '../spill/spill-buckets';
import { TABLE_SPECS } from '../tables/table-specs';
import { type ReadingContext, rejectDoubles, type TableReading, withTable } from './read-table';

/** A clean file cut into segments, which threads take one by one. Everything here can be sent to a thread. */
export interface SegmentedFile {
  readonly path: string;
  readonly bytes: number;
  readonly segmentBytes: number;
  /** First byte behind the header. */
  readonly dataStart: number;
  /** Line of that byte. */
  readonly dataLine: number;
  /** Line of the first byte of each segment. */
  readonly firstLines: Int32Array;
  /** Shared: the next segment to be taken. */
  readonly next: Int32Array;
}

const LINE_FEED = 0x0a;
/** Bytes read behind a segment for the line that goes on there. */
const TAIL_BYTES = 1 << 14;

/** A file as its survey has cut it. */
export function segmentedFile(path: string, survey: FileSurvey, dataStart: number, dataLine: number): SegmentedFile {
  const { bytes, segmentBytes, lineFeeds } = survey;
  const firstLines = new Int32Array(new SharedArrayBuffer(lineFeeds.length * 4));
  let line = 1;
  lineFeeds.forEach((count, segment) => {
    firstLines[segment] = line;
    line += count;
  });
  const next = new Int32Array(new SharedArrayBuffer(4));
  return { path, bytes, segmentBytes, dataStart, dataLine, firstLines, next };
}

/**
 * Takes segments until none is left and reads their lines. A line belongs to the segment in which it begins.
 *
 * @param taken is given after each segment how many have been taken, by whatever thread
 */
export function readSegments(file: SegmentedFile, table: TableReader, taken: (segments: number) => void): void {
  const reader = openReader(file.path);
  const buffer = Buffer.allocUnsafe(file.segmentBytes + TAIL_BYTES + 1);
  try {
    for (;;) {
      const segment = Atomics.add(file.next, 0, 1);
      if (segment >= file.firstLines.length) return;
      readSegment(file, segment, reader, buffer, table);
      taken(Math.min(Atomics.load(file.next, 0), file.firstLines.length));
    }
  } finally {
    reader.close();
  }
}

/** Takes all segments that are left, so that other threads find none. */
function dropSegments(file: SegmentedFile): void {
  Atomics.store(file.next, 0, file.firstLines.length);
}

function readSegment(
  file: SegmentedFile,
  segment: number,
  reader: FileReader,
  buffer: Buffer,
  table: TableReader,
): void {
  const start = Math.max(file.dataStart, segment * file.segmentBytes);
  const end = Math.min((segment + 1) * file.segmentBytes, file.bytes);
  if (start >= end) return;
  // One byte before the segment tells whether a line begins at its first byte.
  const isFirst = start === file.dataStart;
  const from = isFirst ? start : start - 1;
  const bytes = readLines(reader, buffer, from, end, file.bytes);
  const first = isFirst ? 0 : bytes.indexOf(LINE_FEED) + 1;
  if (!isFirst && (first === 0 || from + first >= end)) return;
  const line = isFirst ? file.dataLine : i32(file.firstLines, segment) + (first === 1 ? 0 : 1);
  table.lines(bytes, first, line);
}

/** Bytes from a place to the end of the line in which the segment ends. */
function readLines(reader: FileReader, buffer: Buffer, from: number, end: number, fileBytes: number): Buffer {
  let bytes = buffer;
  for (;;) {
    const read = bytes.subarray(0, reader.read(bytes.subarray(0, Math.min(bytes.length, fileBytes - from)), from));
    const lastLine = read.indexOf(LINE_FEED, end - 1 - from);
    if (lastLine >= 0) return read.subarray(0, lastLine + 1);
    if (from + read.length >= fileBytes) return read;
    bytes = Buffer.allocUnsafe(bytes.length * 2);
  }
}

/** What a second thread runs: compiled beside this file; not there where the program runs uncompiled. */
export const HOURS_THREAD = join(__dirname, 'hours-thread.js');

/** How hours.csv is shared between two threads. */
export interface Sharing {
  readonly shape: BucketShape;
  /** Where a second thread may spill. */
  readonly spillPath: string;
  readonly threadScript: string;
}

/** What a thread is given to read its share of hours.csv. */
interface HoursInput extends Pick<FieldContext, 'held' | 'limits'> {
  readonly kind: 'hours input';
  readonly segments: SegmentedFile;
  readonly name: string;
  readonly header: TableHeader;
  readonly index: NumberIndexMemory;
  readonly shape: BucketShape;
  readonly spillPath: string;
}

/** What the thread has read. */
interface HoursAnswer {
  readonly kind: 'hours answer';
  readonly rows: number;
  readonly store: readonly SpilledBucket[];
  readonly keys: readonly SpilledBucket[];
  readonly rejects: RejectColumns;
}

/** Reading of hours.csv that has begun. Either of the two ends it. */
export interface HoursReading {
  finish(): TableReading;
  /** Waits until the second thread has let go of its files. */
  abandon(): void;
}

const SPEC = TABLE_SPECS.hours;
/** Smaller files are read before a second thread has started. */
const THREADED_SEGMENTS = 4;

/** True for a large and clean file, which can be cut into segments, where the second thread's script is there. */
export function isShareable({ files, limits }: ReadingContext, { threadScript }: Sharing): boolean {
  const survey = files.get('hours')?.survey;
  if (survey === undefined || survey.encoding !== 'utf-8' || !survey.plain || survey.lineEnd === 'CR') return false;
  if (survey.longestLineBytes > limits.lineBytes || !pathExists(threadScript)) return false;
  return survey.bytes >= THREADED_SEGMENTS * survey.segmentBytes;
}

/**
 * Begins to read hours.csv, by far the largest file, in segments, which a second thread takes while this one still
 * reads other tables, and both after that. Undefined where its header is at fault.
 */
export function beginHours(
  context: ReadingContext,
  index: NumberIndex,
  store: RowStore,
  { shape, spillPath, threadScript }: Sharing,
): HoursReading | undefined {
  const { held, limits } = context;
  return withTable(context, 'hours', ({ file, header, headerBytes, firstLine }) => {
    const { survey, name, path } = file;
    const segments = segmentedFile(path, survey, survey.markBytes + headerBytes, firstLine);
    const shared = { held, limits, index: index.memory, shape, spillPath };
    const input: HoursInput = { kind: 'hours input', segments, name, header, ...shared };
    const thread = startThread(threadScript, input);
    return {
      finish() {
        const keys = new KeyCheck(SPEC, same, context.spill);
        let counted = 0;
        const rows = readShare(input, context, { index, keys, ...storing(store) }, (taken) => {
          context.progress.add((taken - counted) * survey.segmentBytes);
          counted = taken;
        });
        const answer = hoursAnswer(thread.finish());
        const spill = new SpillFile(spillPath);
        store.join(answer.store, spill);
        keys.join(answer.keys, spill);
        context.rejects.join(answer.rejects);
        const reading: TableReading = { table: 'hours', file, header, rows: rows + answer.rows };
        rejectDoubles(context, reading, keys, same);
        return reading;
      },
      abandon() {
        dropSegments(segments);
        thread.stop();
      },
    };
  });
}

/** What the second thread does: reads segments until none is left; all that was read is in the spill file then. */
export function readHoursShare(value: unknown): HoursAnswer {
  assert(isMarked<HoursInput>(value, 'hours input'), 'the hours thread is given its input');
  const spill = new SpillFile(value.spillPath);
  const store = new RowStore(SPEC, value.shape, spill);
  const keys = new KeyCheck(SPEC, same, spill);
  const rejects = new RejectLog(value.limits.rejectsListed);
  const target = { index: new NumberIndex(value.index), keys, ...storing(store) };
  const rows = readShare(value, { ...value, rejects }, target, () => {});
  const answer = { store: store.spilled(), keys: keys.spilled(), rejects: rejects.columns() };
  spill.close();
  return { kind: 'hours answer', rows, ...answer };
}

/** Reads what is left of the segments; gives the number of rows. */
function readShare(
  { segments, name, header }: Pick<HoursInput, 'segments' | 'name' | 'header'>,
  context: FieldContext,
  target: RowTarget,
  taken: (segments: number) => void,
): number {
  const reader = new TableReader(SPEC, { name, header }, context, target);
  readSegments(segments, reader, taken);
  return reader.rows;
}

function storing(store: RowStore): Pick<RowTarget, 'accept'> {
  return { accept: (ordinal, line, values) => store.append(ordinal, line, values) };
}

function same(personId: number): number {
  return personId;
}

function hoursAnswer(value: unknown): HoursAnswer {
  assert(isMarked<HoursAnswer>(value, 'hours answer'), 'the hours thread gives its answer');
  return value;
}

function isMarked<T extends { readonly kind: string }>(value: unknown, kind: T['kind']): value is T {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
