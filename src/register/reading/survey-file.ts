import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { openReader } from '../../effects';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1';
/** What ends a line: LF (a CR before it belongs to it), or CR where the text has no LF. */
export type LineEnd = 'LF' | 'CR';

/** What one pass over the bytes of a file tells. */
export interface FileSurvey {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly markBytes: number;
  readonly lineEnd: LineEnd;
  /** Bytes of the longest line, its end included; of a text with LF in an encoding of single bytes or UTF-8. */
  readonly longestLineBytes: number;
  /** True where a byte is that of a quote. */
  readonly quoted: boolean;
  /** True where no quote and no NUL stands anywhere: lines can be told apart by their line feeds alone. */
  readonly plain: boolean;
  /** Bytes of a segment: what a thread reads at a time. */
  readonly segmentBytes: number;
  /** Line feeds in each segment, so that segments can be read apart. */
  readonly lineFeeds: readonly number[];
}

/** Bytes of a segment where nobody says otherwise. */
const SEGMENT_BYTES = 1 << 22;

/** Bytes read at a time: small enough to stay in the processor's cache. */
const CHUNK_BYTES = 1 << 20;
const QUOTE = 0x22;
const NUL = 0;

/**
 * Hashes a file and finds its encoding (data contract 1): UTF-16 by its mark, UTF-8, and ISO-8859-1 only where no
 * valid multi-byte UTF-8 came before the first bad byte.
 *
 * @param progress is given the bytes of each piece
 * @param segmentBytes a power of two
 */
export function surveyFile(
  path: string,
  progress: (bytes: number) => void = () => {},
  segmentBytes: number = SEGMENT_BYTES,
): FileSurvey {
  const reader = openReader(path);
  try {
    const hash = createHash('sha256');
    const encodings = new EncodingFinder();
    const ends = new LineEndFinder();
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK_BYTES, segmentBytes, reader.size)));
    const lineFeeds: number[] = [];
    let quoted = false;
    let hasNul = false;
    for (let position = 0; position < reader.size; ) {
      const chunk = buffer.subarray(0, reader.read(buffer, position));
      if (chunk.length === 0) break;
      hash.update(chunk);
      quoted ||= chunk.includes(QUOTE);
      hasNul ||= chunk.includes(NUL);
      encodings.add(chunk, position);
      const segment = Math.floor(position / segmentBytes);
      lineFeeds[segment] = (lineFeeds[segment] ?? 0) + ends.add(chunk, position, encodings.units);
      position += chunk.length;
      progress(chunk.length);
    }
    const sha256 = hash.digest('hex');
    const { lineEnd, longestLineBytes } = ends.finish(reader.size);
    const text = { ...encodings.finish(), lineEnd, longestLineBytes };
    return { bytes: reader.size, sha256, ...text, quoted, plain: !quoted && !hasNul, segmentBytes, lineFeeds };
  } finally {
    reader.close();
  }
}

/** The encoding and the line ends of bytes in memory. */
export function surveyBytes(bytes: Buffer): Pick<FileSurvey, 'encoding' | 'markBytes' | 'lineEnd'> {
  const encodings = new EncodingFinder();
  const ends = new LineEndFinder();
  encodings.add(bytes, 0);
  ends.add(bytes, 0, encodings.units);
  return { ...encodings.finish(), lineEnd: ends.finish(bytes.length).lineEnd };
}

/** Byte order marks. */
const MARKS: readonly (readonly [Encoding, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];
/** Bytes of the longest character. */
const CHARACTER_BYTES = 4;

/** Follows the chunks of a file until its encoding is known: by its mark, else by the first character beyond ASCII. */
class EncodingFinder {
  #found: Encoding | undefined;
  #markBytes = 0;
  /** The beginning of the first character beyond ASCII, where a chunk has cut it. */
  #cut: Buffer = Buffer.alloc(0);

  add(chunk: Buffer, position: number): void {
    if (position === 0) this.#readMark(chunk);
    if (this.#found !== undefined || (this.#cut.length === 0 && isAscii(chunk))) return;
    const text = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const first = text.subarray(text.findIndex((byte) => byte >= 0x80));
    if (isUtf8Character(first)) this.#found = 'utf-8';
    else if (first.length >= CHARACTER_BYTES) this.#found = 'iso-8859-1';
    else this.#cut = Buffer.from(first);
  }

  /** In what units line ends are written, which the mark tells. */
  get units(): LineUnits {
    return this.#found === 'utf-16le' || this.#found === 'utf-16be' ? this.#found : 'bytes';
  }

  finish(): { encoding: Encoding; markBytes: number } {
    const encoding = this.#found ?? (this.#cut.length > 0 ? 'iso-8859-1' : 'utf-8');
    return { encoding, markBytes: this.#markBytes };
  }

  #readMark(chunk: Buffer): void {
    const [found, mark] = MARKS.find(([, bytes]) => chunk.subarray(0, bytes.length).equals(bytes)) ?? [];
    this.#found = found;
    this.#markBytes = mark?.length ?? 0;
  }
}

/** True where bytes begin with a character of several bytes. */
function isUtf8Character(bytes: Buffer): boolean {
  return [2, 3, CHARACTER_BYTES].some((length) => bytes.length >= length && isUtf8(bytes.subarray(0, length)));
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** How a line end is written: as one byte, or as two of UTF-16. */
export type LineUnits = 'bytes' | 'utf-16le' | 'utf-16be';

/** Follows the pieces of a file and finds what ends its lines: LF, or CR where it has no LF (data contract 1). */
export class LineEndFinder {
  #feeds = 0;
  #hasReturn = false;
  #lineStart = 0;
  #longest = 0;

  /** Takes a piece and returns its line feeds. */
  add(chunk: Buffer, position: number, units: LineUnits): number {
    const before = this.#feeds;
    if (units === 'bytes') {
      this.#countFeeds(chunk, position);
      this.#hasReturn ||= this.#feeds === 0 && chunk.includes(RETURN);
    } else {
      this.#feeds += countUnits(chunk, position, units, LINE_FEED);
      this.#hasReturn ||= this.#feeds === 0 && countUnits(chunk, position, units, RETURN) > 0;
    }
    return this.#feeds - before;
  }

  finish(fileBytes: number): { lineEnd: 'LF' | 'CR'; longestLineBytes: number } {
    const longestLineBytes = Math.max(this.#longest, fileBytes - this.#lineStart);
    return { lineEnd: this.#feeds === 0 && this.#hasReturn ? 'CR' : 'LF', longestLineBytes };
  }

  /** By native search from one to the next, which beats a look at every byte. */
  #countFeeds(chunk: Buffer, position: number): void {
    for (let place = chunk.indexOf(LINE_FEED); place >= 0; place = chunk.indexOf(LINE_FEED, place + 1)) {
      this.#feeds += 1;
      const next = position + place + 1;
      if (next - this.#lineStart > this.#longest) this.#longest = next - this.#lineStart;
      this.#lineStart = next;
    }
  }
}

/** Characters of ASCII of that code among the units of a piece; a unit that the piece cuts is not counted. */
function countUnits(chunk: Buffer, position: number, units: LineUnits, code: number): number {
  const low = units === 'utf-16le' ? 0 : 1;
  let count = 0;
  for (let place = chunk.indexOf(code); place >= 0; place = chunk.indexOf(code, place + 1)) {
    const isLow = ((position + place) & 1) === low;
    if (isLow && chunk[units === 'utf-16le' ? place + 1 : place - 1] === 0) count += 1;
  }
  return count;
}
