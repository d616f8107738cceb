import { workbookBytes } from '../../../src/payout/workbook/write-workbook';
import { unzip } from '../../support/unzip';

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
