import fc from 'fast-check';
import { CsvRecords } from '../../../src/audit/verifier/csv';

type Read = readonly [fields: string[] | undefined, line: number][];

/** What comes of a text that is handed over in pieces of some length. */
function read(text: string, pieceLength: number): { rows: Read; isWhole: boolean } {
  const rows: [string[] | undefined, number][] = [];
  const records = new CsvRecords((fields, line) => rows.push([fields, line]));
  for (let at = 0; at < text.length; at += pieceLength) records.add(text.slice(at, at + pieceLength));
  return { rows, isWhole: records.end() };
}

test('records are the same in whatever pieces the text comes', () => {
  const cells = fc.array(fc.constantFrom('a', '12', '', '"x,y"', '"two\nlines"', '"""q"""'), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
      const text = rows.map((row) => `${row.join(',')}\n`).join('');
      const whole = read(text, text.length + 1);
      expect(whole.isWhole).toBe(true);
      expect(whole.rows.map(([fields]) => fields?.length)).toEqual(rows.map((row) => row.length));
      expect(read(text, pieceLength)).toEqual(whole);
    }),
  );
});

test('a record has the line on which it begins, and broken quoting is no record', () => {
  expect(read('a,b\n"1\n2",x\ny,"z"w\nc,d\n', 3).rows).toEqual([
    [['a', 'b'], 1],
    [['1\n2', 'x'], 2],
    [undefined, 4],
    [['c', 'd'], 5],
  ]);
  expect(read('a,b\nc', 2).isWhole).toBe(false);
  expect(read('a,"b\n', 2).isWhole).toBe(false);
});

test('a quote or a line without end takes the longest record with it and no more', () => {
  const long = 'x'.repeat(1_048_577);
  expect(read(`${long}\na,b\n`, 262_144).rows).toEqual([
    [undefined, 1],
    [['a', 'b'], 2],
  ]);
  expect(read(`"${long}\na,b\n`, 262_144).rows.at(-1)).toEqual([['a', 'b'], 2]);
});
