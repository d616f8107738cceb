import { i32 } from '../../domain';
import { type FileReader, openReader } from '../../effects';
import type { TableReader } from './read-fields';
import type { FileSurvey } from './survey-file';

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
 * @param taken told after each segment how many have been taken, by whatever thread
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
export function dropSegments(file: SegmentedFile): void {
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
