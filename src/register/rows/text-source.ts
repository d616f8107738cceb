import { openReader } from '../../effects';
import type { Encoding, FileSurvey } from './survey-file';

/** The text of a file as UTF-8 bytes without a byte order mark, piece by piece. */
export interface TextSource {
  /** The next piece, in a buffer of its own; undefined at the end. */
  next(): Buffer | undefined;
  close(): void;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Opens a file and gives its text as UTF-8 whatever its encoding. Bytes that are no text stay as they are.
 *
 * @param progress told the bytes of each piece
 */
export function openText(path: string, survey: FileSurvey, progress: (bytes: number) => void): TextSource {
  const reader = openReader(path);
  const decode = decoderOf(survey.encoding);
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
export function textOfBytes(bytes: Buffer, survey: Pick<FileSurvey, 'encoding' | 'markBytes'>): Buffer {
  return decoderOf(survey.encoding)(bytes.subarray(survey.markBytes), true);
}

function decoderOf(encoding: Encoding): (chunk: Buffer, last: boolean) => Buffer {
  if (encoding === 'utf-8') return (chunk) => chunk;
  if (encoding === 'iso-8859-1') return (chunk) => Buffer.from(chunk.toString('latin1'), 'utf8');
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (chunk, last) => Buffer.from(decoder.decode(chunk, { stream: !last }), 'utf8');
}
