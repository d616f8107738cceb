import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SortedLines } from '../../src/payout/sorted-lines';
import { temporaryFolders } from './temporary';

const temporary = temporaryFolders();

test('any lines come out as a plain sort would have them, in memory and merged from files', () => {
  const line = fc.tuple(fc.integer({ min: 0, max: 0xff }), fc.string({ maxLength: 4, unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom(4, 16, 1024), (entries, perRun) => {
      const scratch = temporary();
      mkdirSync(scratch);
      const sorter = new SortedLines(join(scratch, 's'), perRun);
      const lines = entries.map(([rank, rest]) => `${rank.toString(16).padStart(2, '0')}${rest.replaceAll('\0', '')}`);
      for (const text of lines) sorter.add(Number.parseInt(text.slice(0, 2), 16), text);
      expect([...sorter.drain()]).toEqual(lines.toSorted());
      expect(readdirSync(scratch)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
