import { i32, u32 } from '../domain';
import type { BucketRows } from './bucket-store';
import type { RowLayout } from './row-layout';

/** Text that follows a packed row (see BucketStore). */
export function rowText(rows: BucketRows, layout: RowLayout, row: number): string {
  const start = u32(rows.starts, row) + layout.words;
  const length = i32(rows.words, start);
  return Buffer.from(rows.words.buffer, rows.words.byteOffset + (start + 1) * 4, length).toString('utf8');
}
