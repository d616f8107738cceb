import { inflateRawSync } from 'node:zlib';
import { workbookBytes } from '../../../src/payout/workbook/write-workbook';

/** Files of a zip archive by name, from its directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let place = bytes.readUInt32LE(bytes.length - 6);
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(place + 10), bytes.readUInt32LE(place + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset));
    const local = bytes.readUInt32LE(place + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    const name = bytes.toString('utf8', place + 46, place + 46 + (nameLength ?? 0));
    files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    place += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

const SHEETS = [
  {
    name: 'Mottakere',
    columns: [
      { title: 'kommune', kind: 'text', width: 10 },
      { title: 'navn', kind: 'text', width: 30 },
      { title: 'kroner', kind: 'kroner', width: 14 },
    ],
    rows: [
      ['0301', 'Oslo & <omegn>', 1_452_877],
      ['1833', null, -5],
    ],
    sumsTitle: 'Sum',
  },
] as const;

afterEach(() => jest.useRealTimers());

test('codes stay text, kroner are numbers, sums are formulas', async () => {
  const files = unzip(await workbookBytes(SHEETS));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<c r="C2"[^>]*><v>1452877<\/v>/);
  expect(sheet).toMatch(/<c r="C3"[^>]*><v>-5<\/v>/);
  expect(sheet).toMatch(/<c r="C4"[^>]*><f>=?SUM\(C2:C3\)<\/f>/);
  expect(sheet).toMatch(/<c r="A2"[^>]*t="(s|inlineStr)"/);
  expect([...files.values()].join('')).toContain('Oslo &amp; &lt;omegn&gt;');
  expect(files.get('xl/workbook.xml')).toContain('name="Mottakere"');
});

test('the same sheets give the same bytes on another day', async () => {
  jest.useFakeTimers({
    now: new Date('2018-03-04T05:06:07Z'),
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
  });
  const one = await workbookBytes(SHEETS);
  jest.setSystemTime(new Date('2024-11-12T13:14:15Z'));
  expect((await workbookBytes(SHEETS)).equals(one)).toBe(true);
});
