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
 * @param progress told the bytes of each piece
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
