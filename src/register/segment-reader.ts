import { i32 } from '../domain/columns';
import { type FileReader, openReader } from '../effects';
import { SEGMENT_BYTES } from './survey-file';
import type { TableReader } from './table-reader';

/** A clean file cut into segments, which threads take one by one. Everything here can be sent to a thread. */
export interface SegmentedFile {
  readonly path: string;
  readonly bytes: number;
  /** First byte behind the header. */
  readonly dataStart: number;
  /** Line of the first byte of each segment. */
  readonly firstLines: Int32Array;
  /** Shared: the next segment to be taken. */
  readonly next: Int32Array;
}

const LINE_FEED = 0x0a;
/** Bytes read behind a segment for the line that goes on there. */
const TAIL_BYTES = 1 << 14;

/** A file by its line feeds per segment (survey-file.ts). */
export function segmentedFile(
  path: string,
  bytes: number,
  dataStart: number,
  lineFeeds: readonly number[],
): SegmentedFile {
  const firstLines = new Int32Array(new SharedArrayBuffer(lineFeeds.length * 4));
  let line = 1;
  lineFeeds.forEach((count, segment) => {
    firstLines[segment] = line;
    line += count;
  });
  return { path, bytes, dataStart, firstLines, next: new Int32Array(new SharedArrayBuffer(4)) };
}

/** Takes segments until none is left and reads their lines. A line belongs to the segment in which it begins. */
export function readSegments(file: SegmentedFile, table: TableReader): void {
  const reader = openReader(file.path);
  const buffer = Buffer.allocUnsafe(SEGMENT_BYTES + TAIL_BYTES + 1);
  try {
    for (;;) {
      const segment = Atomics.add(file.next, 0, 1);
      if (segment >= file.firstLines.length) return;
      readSegment(file, segment, reader, buffer, table);
    }
  } finally {
    reader.close();
  }
}

function readSegment(
  file: SegmentedFile,
  segment: number,
  reader: FileReader,
  buffer: Buffer,
  table: TableReader,
): void {
  const start = segment === 0 ? file.dataStart : segment * SEGMENT_BYTES;
  const end = Math.min((segment + 1) * SEGMENT_BYTES, file.bytes);
  // One byte before the segment tells whether a line begins at its first byte.
  const from = segment === 0 ? start : start - 1;
  const bytes = readLines(reader, buffer, from, end, file.bytes);
  const first = segment === 0 ? 0 : bytes.indexOf(LINE_FEED) + 1;
  if (segment > 0 && (first === 0 || from + first >= end)) return;
  const fresh = segment === 0 || first === 1;
  const line = segment === 0 ? 2 : i32(file.firstLines, segment) + (fresh ? 0 : 1);
  table.lines(bytes, first, bytes.length, line);
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
