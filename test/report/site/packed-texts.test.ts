import { csvRecords, eachCsvRecord } from '../../../src/domain';
import { PackedTexts } from '../../../src/report';

const TEXTS = Array.from({ length: 1234 }, (_, place) => `["linje ${place}","Bærum – Ås"]`);

function packed(count: number): PackedTexts {
  const texts = new PackedTexts();
  for (const text of TEXTS.slice(0, count)) texts.push(text);
  return texts;
}

test.each([0, 1, 99, 100, 101, 200, 1234])('%i packed texts come back as they went in', (count) => {
  const texts = packed(count);
  expect(texts.length).toBe(count);
  expect([...texts]).toEqual(TEXTS.slice(0, count));
});

test.each([
  [0, 50],
  [50, 1050],
  [100, 200],
  [1050, 2050],
  [1234, 1300],
])('packed texts from %i to %i are those of an array', (from, to) => {
  expect(packed(1234).slice(from, to)).toEqual(TEXTS.slice(from, to));
});

test.each([['a,b\n1,2\n3,4\n'], ['a,b\r\n1,2\r\n,4'], ['a,b\n"1,5","say ""hei"""\n3,4\n'], ['a,b\n'], ['']])(
  'records one by one are those read at once: %j',
  (text) => {
    const cells = ({ cell }: { readonly cell: (column: string) => string }): string[] => ['a', 'b', 'c'].map(cell);
    expect([...eachCsvRecord(text)].map(cells)).toEqual(csvRecords(text).map(cells));
  },
);
