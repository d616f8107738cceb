import fc from 'fast-check';
import { RecordReader, type Separator } from '../../../src/register/reading/split-records';

interface Read {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads text that comes in chunks, as from a file. */
function readAll(text: string, separator: Separator, chunkBytes = 1 << 16): { records: Read[]; broken: number[] } {
  const bytes = Buffer.from(text);
  let place = 0;
  const source = {
    next() {
      if (place >= bytes.length) return undefined;
      place += chunkBytes;
      return bytes.subarray(place - chunkBytes, place);
    },
    close() {},
  };
  const records: Read[] = [];
  const broken: number[] = [];
  new RecordReader(source, separator, Buffer.alloc(0), 2).readAll({
    record: (line, cells) => void records.push({ line, cells }),
    broken: (line) => void broken.push(line),
  });
  return { records, broken };
}

const cell = fc.constantFrom(
  '',
  'a',
  'æøå',
  'x y',
  '1;2',
  'a,b',
  'a\tb',
  'two\nlines',
  'crlf\r\nin',
  '"',
  'say "hi"',
  '\n',
);

test('quoted records of every form come back with the line on which they begin', () => {
  const file = fc.record({
    records: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 30 }),
    blanks: fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
    end: fc.constantFrom('\n', '\r\n'),
    separator: fc.constantFrom<Separator[]>(',', ';', '\t'),
    chunkBytes: fc.constantFrom(7, 64, 1 << 16),
  });
  fc.assert(
    fc.property(file, ({ records, blanks, end, separator, chunkBytes }) => {
      let text = '';
      let line = 2;
      const expected = records.flatMap((cells, index) => {
        const empty = blanks[index] ?? 0;
        const row = cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator);
        text += end.repeat(empty) + row + end;
        const begins = line + empty;
        line = begins + row.split('\n').length;
        const trimmed = cells.map((value) => value.trim());
        // A row whose fields are all empty is a blank line.
        return trimmed.every((value) => value === '') ? [] : [{ line: begins, cells: trimmed }];
      });
      expect(readAll(text, separator, chunkBytes)).toEqual({ records: expected, broken: [] });
    }),
    { numRuns: 200 },
  );
});

test('files of many pieces are read whole', () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, index) => `${index},"a ""quoted"" text${index % 7 === 0 ? '\n' : ''}"`,
  );
  const { records, broken } = readAll(`${rows.join('\n')}\n`, ',');
  expect(broken).toEqual([]);
  expect(records).toHaveLength(40_000);
  expect(records.map(({ cells }) => cells[0])).toEqual(rows.map((_, index) => String(index)));
  expect(records.at(-1)?.line).toBe(40_001 + Math.ceil(39_999 / 7));
});

test.each([
  ['a quote that is never closed', '1,a\n2,"b\n3,c\n4,d\n', [3], ['1', '3', '4']],
  ['a quote within a value', '1,a\n2,b"x"y\n3,c\n', [3], ['1', '3']],
  ['text behind a closing quote', '1,a\n2,"b"x\n3,c\n', [3], ['1', '3']],
  ['two bad lines, one after the other', '1,"a\n2,"b"x\n3,c\n', [2, 3], ['3']],
  ['a bad line at the end without a line end', '1,a\n2,"b', [3], ['1']],
])('%s costs its line only', (_, text, brokenLines, ids) => {
  const { records, broken } = readAll(text, ',');
  expect(broken).toEqual(brokenLines);
  expect(records.map(({ cells }) => cells[0])).toEqual(ids);
});

test('bad lines in a large file cost no more than themselves', () => {
  const rows = Array.from({ length: 30_000 }, (_, index) =>
    index % 5_000 === 4_999 ? `${index},"open` : `${index},"x"`,
  );
  const { records, broken } = readAll(`${rows.join('\n')}\n`, ',');
  expect(broken).toEqual([4_999, 9_999, 14_999, 19_999, 24_999, 29_999].map((index) => index + 2));
  expect(records).toHaveLength(29_994);
});
