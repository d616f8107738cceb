import { trimBlanks } from '../../domain';
import { openReader } from '../../effects';
import type { Encoding, FileSurvey } from './survey-file';

/** The text of a file as UTF-8 bytes without a byte order mark and with LF where CR alone ends lines, piece by piece. */
export interface TextSource {
  /** The next piece, in a buffer of its own; undefined at the end. */
  next(): Buffer | undefined;
  close(): void;
}

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Opens a file and gives its text as UTF-8 whatever its encoding. Bytes that are no text stay as they are.
 *
 * @param progress is given the bytes of each piece
 */
export function openText(path: string, survey: FileSurvey, progress: (bytes: number) => void): TextSource {
  const reader = openReader(path);
  const decode = decoderOf(survey);
  let position = survey.markBytes;
  return {
    next() {
      if (position >= reader.size) return undefined;
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, reader.size - position));
      const chunk = buffer.subarray(0, reader.read(buffer, position));
      position += chunk.length;
      progress(chunk.length);
      if (chunk.length === 0) position = reader.size;
      return decode(chunk, position >= reader.size);
    },
    close: () => reader.close(),
  };
}

/** The same for bytes in memory. */
export function textOfBytes(bytes: Buffer, survey: Pick<FileSurvey, 'encoding' | 'markBytes' | 'lineEnd'>): Buffer {
  return decoderOf(survey)(bytes.subarray(survey.markBytes), true);
}

type Decode = (chunk: Buffer, last: boolean) => Buffer;

function decoderOf({ encoding, lineEnd }: Pick<FileSurvey, 'encoding' | 'lineEnd'>): Decode {
  const decode = textDecoderOf(encoding);
  return lineEnd === 'LF' ? decode : (chunk, last) => withFeeds(decode(chunk, last));
}

/** The same text with LF for CR, in a copy. */
function withFeeds(text: Buffer): Buffer {
  const copy = Buffer.from(text);
  for (let place = copy.indexOf(RETURN); place >= 0; place = copy.indexOf(RETURN, place + 1)) copy[place] = LINE_FEED;
  return copy;
}

function textDecoderOf(encoding: Encoding): Decode {
  if (encoding === 'utf-8') return (chunk) => chunk;
  if (encoding === 'iso-8859-1') return (chunk) => Buffer.from(chunk.toString('latin1'), 'utf8');
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (chunk, last) => Buffer.from(decoder.decode(chunk, { stream: !last }), 'utf8');
}

/** The beginning of a table's text: what stands before its rows. */
export interface TableStart {
  /** The header without its end; empty where the text holds none. */
  readonly header: Buffer;
  /** Line of the header. */
  readonly headerLine: number;
  /** What a first line `sep=X` names, the empty text where it names nothing; undefined where there is no such line. */
  readonly named: string | undefined;
  /** Bytes up to the first row. */
  readonly bytes: number;
  /** What has been taken of the text beyond them. */
  readonly rest: Buffer;
  /** True where a line before the rows is longer than allowed. */
  readonly tooLong: boolean;
}

/** A line `sep=X`, with which spreadsheets name the separator of a file. */
const SEPARATOR_LINE = /^"?sep *= *(.?)"?[\s;,"]*$/iu;
/** A line whose fields are all empty. */
const EMPTY_LINE = /^[\s;,"]*$/u;

/**
 * Takes the first lines of a text: `sep=X`, lines whose fields are all empty, and the header, which is one line.
 *
 * @param next gives the next piece of the text, undefined at its end
 */
export function takeTableStart(next: () => Buffer | undefined, lineBytes: number): TableStart {
  const lines = new LineTaker(next, lineBytes);
  let named: string | undefined;
  for (;;) {
    const line = lines.take();
    if (line === undefined) return lines.start(Buffer.alloc(0), named);
    const text = trimStart(line.toString('utf8'));
    const match = named === undefined ? SEPARATOR_LINE.exec(text) : null;
    if (match) named = match[1] ?? '';
    else if (!EMPTY_LINE.test(trimBlanks(text))) return lines.start(line, named);
  }
}

/** Without the blanks before it; a tab behind `sep=` stays. */
function trimStart(text: string): string {
  return text.slice(text.indexOf(trimBlanks(text).charAt(0)));
}

class LineTaker {
  readonly #next: () => Buffer | undefined;
  readonly #lineBytes: number;
  #rest: Buffer = Buffer.alloc(0);
  #bytes = 0;
  #line = 0;
  #tooLong = false;

  constructor(next: () => Buffer | undefined, lineBytes: number) {
    this.#next = next;
    this.#lineBytes = lineBytes;
  }

  /** The next line without its end; undefined at the end of the text and before a line that is too long. */
  take(): Buffer | undefined {
    let end = this.#rest.indexOf(LINE_FEED);
    while (end < 0 && this.#rest.length <= this.#lineBytes) {
      const more = this.#next();
      if (more === undefined) break;
      const from = this.#rest.length;
      this.#rest = from === 0 ? more : Buffer.concat([this.#rest, more]);
      end = this.#rest.indexOf(LINE_FEED, from);
    }
    const line = end < 0 ? this.#rest : this.#rest.subarray(0, end);
    if (end < 0 && line.length === 0) return undefined;
    this.#line += 1;
    this.#tooLong = line.length > this.#lineBytes;
    if (this.#tooLong) return undefined;
    const bytes = end < 0 ? line.length : end + 1;
    this.#bytes += bytes;
    this.#rest = this.#rest.subarray(bytes);
    return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
  }

  start(header: Buffer, named: string | undefined): TableStart {
    const headerLine = Math.max(1, this.#line);
    return { header, headerLine, named, bytes: this.#bytes, rest: this.#rest, tooLong: this.#tooLong };
  }
}
