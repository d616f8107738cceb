import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { QuotedLines } from '../../../src/register/reading/quoted-lines';
import { RecordReader } from '../../../src/register/reading/split-records';

const LINE_BYTES = 1 << 20;

/** Lines that are part of a value with a line end, each as its number from 1, given in pieces of so many bytes. */
function spreadLines(text: string, separator = ',', pieceBytes = 1 << 16): number[] {
  const bytes = Buffer.from(text);
  const lines = new QuotedLines(separator, LINE_BYTES);
  for (let place = 0; place < bytes.length; place += pieceBytes) lines.add(bytes.subarray(place, place + pieceBytes));
  const ranges = lines.finish();
  const found: number[] = [];
  for (let index = 0, range = ranges.at(0); range !== undefined; index += 1, range = ranges.at(index)) {
    const { start, end } = range;
    const first = bytes.subarray(0, start).toString().split('\n').length;
    const last = bytes.subarray(0, end).toString().replace(/\n$/, '').split('\n').length;
    for (let line = first; line <= last; line += 1) found.push(line);
  }
  return found;
}

test.each<[string, string, number[]]>([
  ['no quote', 'a,b\nc,d\n', []],
  ['a value of two lines', 'a,"b\nc",d\ne,f\n', [1, 2]],
  ['a value of two lines at the end', 'x,y\na,"b\nc"', [2, 3]],
  ['CRLF', 'a,"b\r\nc"\r\ne,f\r\n', [1, 2]],
  ['blanks around quotes', 'a, "b\nc" ,d\n', [1, 2]],
  ['a doubled quote closes nothing', 'a,"b\n""c"",\nd",e\nf,g\n', [1, 2, 3]],
  ['a value that closes and another that opens in one line', 'a,"b\nc","d\ne"\nf,g\n', [1, 2, 3]],
  ['a value that closes before one that never closes', 'a,"b\nc","d\ne,f\n', [1, 2]],
  ['a quote that is never closed opens nothing', 'a,"b\nc,d\ne,f\n', []],
  ['a quote whose next one closes nothing opens nothing', 'a,"b\nc,d\ne,"f\n', []],
  ['and the line of that next one is read for itself', 'a,"b\nc,d\ne,"f\ng"\nh,i\n', [3, 4]],
  ['a quote within a value opens nothing', 'a,b"c\nd",e\n', []],
  ['text behind a closing quote opens nothing', 'a,"b"c\nd,"e"\n', []],
  ['empty quoted values', '"",""\n"","\n",""\n', [2, 3]],
])('%s', (_, text, expected) => {
  expect(spreadLines(text)).toEqual(expected);
  expect(spreadLines(text, ',', 3)).toEqual(expected);
  expect(spreadLines(text.replaceAll(',', '\t'), '\t')).toEqual(expected);
});

const part = fc.constantFrom(
  'a',
  '1',
  ',',
  ',',
  '"',
  '"',
  '""',
  '\n',
  '\n',
  '\r\n',
  ' ',
  '\t',
  'æ',
  '\u00a0',
  '","',
  '"\n"',
);
const texts = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));

/** The lines of a register table as a reader gives them, each as its number, by what became of it. */
function linesOf(
  text: string,
  pieceBytes: number,
  straight: boolean,
): Record<'record' | 'broken' | 'spread', number[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const quoted = new QuotedLines(',', LINE_BYTES);
  for (const piece of pieces) quoted.add(piece);
  const rules = { spread: quoted.finish(), lineBytes: LINE_BYTES };
  const found = { record: [] as number[], broken: [] as number[], spread: [] as number[] };
  const take = (kind: keyof typeof found) => (line: number) => void found[kind].push(line);
  const plain = { record: take('record'), broken: take('broken'), spread: take('spread') };
  const lines = (whole: Uint8Array, start: number, line: number): number => {
    const rows = Buffer.from(whole.subarray(start)).toString().replace(/\n$/, '').split('\n');
    rows.forEach((row, index) => {
      if (row.split(',').some((cell) => cell.trim() !== '')) found.record.push(line + index);
    });
    return line + rows.length;
  };
  const source = { next: () => pieces.shift(), close() {} };
  new RecordReader(source, ',', Buffer.alloc(0), 1, rules).readAll(straight ? { ...plain, lines } : plain);
  return found;
}

test('each line becomes one thing, whatever stands in it: no row is swallowed, and none is given twice', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(1, 5, 1 << 16), (text, pieceBytes) => {
      const found = linesOf(text, pieceBytes, true);
      expect(linesOf(text, 1 << 16, false)).toEqual(found);
      const all = [...found.record, ...found.broken, ...found.spread].sort((a, b) => a - b);
      expect(new Set(all).size).toBe(all.length);
      const rows = text.split('\n');
      const isBlank = (line: number): boolean => /^[\s,"]*$/.test(rows[line - 1] ?? '');
      rows.forEach((_, index) => {
        if (!isBlank(index + 1)) expect(all).toContain(index + 1);
      });
    }),
    { numRuns: 3000 },
  );
});

test('where csv-parse reads the whole text, the lines of values over several lines are those that it joins', () => {
  let read = 0;
  fc.assert(
    fc.property(texts, (text) => {
      // After a closed quote and blanks csv-parse opens a value again, which no form of CSV knows; that no row is swallowed
      // there either is held above.
      fc.pre(!/"[^\S\n]+"/.test(text));
      const bytes = Buffer.from(text);
      const expected: number[] = [];
      const lineAt = (place: number): number => bytes.subarray(0, place).toString().split('\n').length;
      let from = 0;
      try {
        parse(bytes, {
          delimiter: ',',
          record_delimiter: ['\n', '\r\n'],
          relax_column_count: true,
          skip_empty_lines: true,
          trim: true,
          on_record: (record, { bytes: end }) => {
            for (let feed = bytes.indexOf('\n', from); feed >= 0 && feed < end; feed = bytes.indexOf('\n', from)) {
              if (bytes.subarray(from, feed).toString().trim() !== '') break;
              from = feed + 1;
            }
            const [first, last] = [lineAt(from), lineAt(bytes[end - 1] === 0x0a ? end - 1 : end)];
            for (let line = first; line <= last && last > first; line += 1) expected.push(line);
            from = end;
            return record;
          },
        });
      } catch {
        return;
      }
      read += 1;
      expect(linesOf(text, 1 << 16, false).spread).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});
