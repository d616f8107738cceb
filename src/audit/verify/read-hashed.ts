import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import { openReader } from '../../effects';

const CHUNK_BYTES = 262_144;

/** A file that was read to its end. */
export interface HashedFile {
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** Reads a file once, in pieces: hashes it and hands on its text, where one is wanted. */
export function readHashed(path: string, takeText?: (text: string) => void): HashedFile {
  const reader = openReader(path);
  try {
    const hash = createHash('sha256');
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let position = 0;
    for (;;) {
      const count = reader.read(buffer, position);
      if (count === 0) break;
      const piece = buffer.subarray(0, count);
      hash.update(piece);
      takeText?.(decoder.write(piece));
      position += count;
    }
    takeText?.(decoder.end());
    return { bytes: position, sha256: hash.digest('hex') };
  } finally {
    reader.close();
  }
}
