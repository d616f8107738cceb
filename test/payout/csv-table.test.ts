import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { type Cell, compareRows, csvField, RunFolder, writeTable } from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

function written(rows: readonly (readonly Cell[])[], lead = ''): string {
  const folder = RunFolder.begin(join(temporaryFolder(), 'work'));
  writeTable(folder.createFile('t.csv'), ['a', 'b'], rows, lead);
  const text = readFileSync(join(folder.workPath, 't.csv'), 'utf8');
  folder.abandon();
  return text;
}

test('whole numbers sort by value with an empty one first, text by code units', () => {
  const text = written([
    ['b', 10],
    ['b', null],
    ['b', 9],
    ['Å', 1],
    ['Z', 1],
    ['b', -3],
  ]);
  expect(text).toBe('a,b\nZ,1\nb,\nb,-3\nb,9\nb,10\nÅ,1\n');
});

test('the lead stands before each row and does not sort', () => {
  expect(
    written(
      [
        ['b', 1],
        ['a', 2],
      ],
      'run,',
    ),
  ).toBe('a,b\nrun,a,2\nrun,b,1\n');
});

test('every text survives a reader of RFC 4180', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.integer()), { maxLength: 5 }), (rows) => {
      const read: string[][] = parse(written(rows), { relax_column_count: false, record_delimiter: '\n' });
      expect(read.slice(1)).toEqual(rows.toSorted(compareRows).map(([text, number]) => [text, String(number)]));
    }),
    { numRuns: 40 },
  );
});

test('a field is quoted only where it must be', () => {
  expect(csvField('Sør-Varanger')).toBe('Sør-Varanger');
  expect(csvField('a,b')).toBe('"a,b"');
  expect(csvField('say "no"\n')).toBe('"say ""no""\n"');
});

test('a table is what csv-stringify makes of the same rows', () => {
  const text = fc.string().filter((value) => !value.includes('\r')); // a lone CR is quoted here, there it is not
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.integer()), { maxLength: 5 }), (rows) => {
      expect(written(rows)).toBe(stringify([['a', 'b'], ...rows.toSorted(compareRows)]));
    }),
    { numRuns: 40 },
  );
});
