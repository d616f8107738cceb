import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { RowBytes } from '../../src/payout/row-bytes';
import { SortedRows } from '../../src/payout/sorted-rows';
import { temporaryFolder } from '../support/temporary-folder';

test('any rows come out as a plain sort would have them, in memory and merged from files', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 0xff }), fc.string({ maxLength: 4, unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(4, 16, 1024), (entries, perRun) => {
      const scratch = join(temporaryFolder(), 'work');
      mkdirSync(scratch);
      const sorter = new SortedRows(join(scratch, 's'), perRun, 8192);
      const rows = entries.map(([rank, rest]) => `${rank.toString(16).padStart(2, '0')}${rest}`);
      for (const text of rows) {
        sorter.row.text(text);
        sorter.end(Number.parseInt(text.slice(0, 2), 16));
      }
      const read: string[] = [];
      sorter.drain((source, start, end) => read.push(source.toString('utf8', start, end)));
      const bytes = (text: string) => Buffer.from(text, 'utf8');
      expect(read).toEqual(
        rows.map((text) => bytes(text).toString()).toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))),
      );
      expect(readdirSync(scratch)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('numbers and texts are written as String would', () => {
  const number = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.constantFrom(0, 9, 10, 999_999_999, 1_000_000_000));
  fc.assert(
    fc.property(number, fc.string({ unit: 'grapheme' }), (value, text) => {
      const row = new RowBytes(1024);
      row.whole(value);
      row.text(text);
      expect(row.view().toString('utf8')).toBe(`${value === 0 ? 0 : value}${text}`);
    }),
  );
});
