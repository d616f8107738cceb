import { i32 } from '../../domain/columns';

/** Text that follows a packed row (see BucketStore): its length in bytes, then the bytes. */
export function textAt(words: Int32Array, place: number): string {
  const length = i32(words, place);
  return Buffer.from(words.buffer, words.byteOffset + (place + 1) * 4, length).toString('utf8');
}
