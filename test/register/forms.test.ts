import { openSnapshot } from '../../src/register';
import { importFolder, SMALL_EXTRACT, tell, writeExtract } from './support/extract';

const [HEADER = '', ROW = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
const READ = { code: '', rejects: [] };

/** What hours.csv of those rows is told for; each row is the plain one with its own key, changed. */
function hours(rows: readonly ((row: string) => string)[], options = {}): ReturnType<typeof tell> {
  const lines = rows.map((change, index) => change(ROW.replace('H1', `H${index}`)));
  return tell(writeExtract({ 'hours.csv': [HEADER, ...lines, ''].join('\n') }), options);
}

describe('a first line that names the separator', () => {
  it.each(['sep=;', 'SEP=;', '"sep=;"', ' sep = ; ', '\ufeffsep=;', 'sep=;;;;', 'sep=;\r'])('%j is read', (line) => {
    const text = SMALL_EXTRACT['hours.csv'].replaceAll(',', ';').replace('norwegian;40.5', 'norsk;-1');
    const { rejects } = tell(writeExtract({ 'hours.csv': `${line}\n\n${text}` }));
    expect(rejects).toEqual(['hours.csv:4 hours NUMBER_FORM -1']);
  });

  it('may name a tab, and holds against what the header looks like', () => {
    const tabs = SMALL_EXTRACT['hours.csv'].replaceAll(',', '\t');
    expect(tell(writeExtract({ 'hours.csv': `sep=\t\n${tabs}` }))).toMatchObject(READ);
    const other = tell(writeExtract({ 'hours.csv': `sep=;\n${SMALL_EXTRACT['hours.csv']}` }));
    expect(other.rejects).toEqual(['hours.csv:2  SEPARATOR_DIFFERS ;']);
    for (const [line, shown] of [
      ['sep=|', '|'],
      ['sep=', ''],
      ['sep=\u200b', '<U+200B>'],
    ] as const) {
      const { rejects } = tell(writeExtract({ 'hours.csv': `${line}\n${SMALL_EXTRACT['hours.csv']}` }));
      expect(rejects).toEqual([`hours.csv:1  SEPARATOR_UNKNOWN ${shown}`.trimEnd()]);
    }
  });

  it('counts in the lines that two threads read, too', () => {
    const rows = Array.from({ length: 400 }, (_, index) => ROW.replace('H1', `H${index % 390}`));
    const file = [HEADER, ...rows, ''].join('\n').replaceAll(',', ';');
    const threadScript = require.resolve('./support/hours-thread.cjs');
    const extract = writeExtract({ 'hours.csv': `sep=;\n\n${file}` });
    const told = tell(extract, { threadScript, segmentBytes: 512 });
    expect(told).toEqual(tell(extract));
    expect(told.rejects).toHaveLength(20);
    expect(told.rejects[0]).toBe('hours.csv:4 hours_id DUPLICATE_KEY H0');
  });
});

test('rows of which every field is empty are blank lines: not counted, and lines go on', () => {
  const blanks = [',,,,,,,,', ' , ,', '\u00a0', '"",""', '\u200b,\ufeff', ''];
  const file = [HEADER, ROW, ...blanks, ROW.replace('H1', 'H2').replace('0301', '99'), ''].join('\n');
  const rows = { persons: 2, target_group: 2, decisions: 1, residence: 2, hours: 2 };
  const extract = writeExtract({ 'hours.csv': file, 'extract.json': JSON.stringify({ taken_at: '2018-12-31', rows }) });
  expect(tell(extract).rejects).toEqual(['hours.csv:9 kommune KOMMUNE_FORM 99']);
  const before = tell(writeExtract({ 'hours.csv': `\n;;;\n${file}` }));
  expect(before.rejects).toEqual(['hours.csv:11 kommune KOMMUNE_FORM 99']);
});

test('blanks of every kind at the ends of values are left out, also of keys', () => {
  const { rejects } = hours([
    (row) => row.replace('0301', '\u200b0301\u00a0'),
    (row) => row.replace('H1', '\u2060H9\ufeff').replace('norwegian', '\u200eNorwegian\u200f'),
  ]);
  expect(rejects).toEqual([]);
  const twice = hours([(row) => row, () => ROW.replace('H1', '\u200bH0\u00a0')]);
  expect(twice.rejects.map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
    'hours.csv:2 hours_id DUPLICATE_KEY',
    'hours.csv:3 hours_id DUPLICATE_KEY',
  ]);
});

test.each([
  ['\u200b', 'U+200B'],
  ['\u00ad', 'U+00AD'],
  ['\u202e', 'U+202E'],
  ['\u2066', 'U+2066'],
  ['\ufeff', 'U+FEFF'],
  ['\u2028', 'U+2028'],
  ['\u0000', ''],
  ['\u0007', 'U+0007'],
  ['\t', 'U+0009'],
  ['\u001b[2J', 'U+001B'],
  ['\u007f', 'U+007F'],
  ['\u0085', 'U+0085'],
  ['\u009b', 'U+009B'],
  ['\u061c', 'U+061C'],
  ['\u{e0041}', 'U+E0041'],
  ['\ufe0f', 'U+FE0F'],
])('%j within a value rejects the row and is shown by its name', (character, name) => {
  for (const [column, cell] of [
    ['hours_id', 'H0'],
    ['kommune', '0301'],
    ['hours', '40.5'],
    ['category', 'norwegian'],
  ]) {
    const odd = `${cell?.slice(0, 2)}${character}${cell?.slice(1)}`;
    const { rejects } = hours([(row) => row.replace(cell ?? '', odd)]);
    const rule = name === '' ? 'ENCODING' : 'INVISIBLE_CHARACTER';
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toContain(`hours.csv:2 ${column} ${rule}`);
    expect(rejects[0]).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    if (name !== '') expect(rejects[0]).toContain(`<${name}>`);
  }
});

test('a blank that does not break is none of them within a text, and a column that is left out may hold anything', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['target_group.csv'].split('\n');
  const file = `legal_basis;note;${header.replaceAll(',', ';')}\nutl.\u00a0§\u202f28;a\u200bb\u0007;${row.replaceAll(',', ';')}\n`;
  expect(tell(writeExtract({ 'target_group.csv': file }))).toMatchObject(READ);
});

describe('limits', () => {
  const note = (text: string) => [`${HEADER},note`, `${ROW},${text}`, `${ROW.replace('H1', 'H2')},`, ''].join('\n');

  it('a field of 64 KiB is read, a longer one is a fault of the file', () => {
    for (const text of ['x'.repeat(65_536), 'ø'.repeat(32_768)]) {
      expect(tell(writeExtract({ 'hours.csv': note(text) }))).toMatchObject(READ);
      const longer = tell(writeExtract({ 'hours.csv': note(`${text}x`) }), { rejectLimitPercent: 100 });
      expect(longer).toMatchObject({ code: 'EXTRACT_UNREADABLE', rejects: ['hours.csv:2 note FIELD_TOO_LONG'] });
      const quoted = tell(writeExtract({ 'hours.csv': note(`"${text}x"`) }));
      expect(quoted.rejects).toEqual(['hours.csv:2 note FIELD_TOO_LONG']);
    }
  });

  it('a line of 1 MiB is read, a longer one is a fault, and the lines after it are read', () => {
    const columns = Array.from({ length: 20 }, (_, index) => `n${index}`).join(',');
    const file = (bytes: number, quote: string, end: string): string => {
      const empty = `${ROW},${','.repeat(18)}`;
      const left = bytes - empty.length - 1;
      const fields = Array.from({ length: 20 }, (_, index) => {
        const length = index < 19 ? 52_000 : left - 19 * 52_000;
        return `${quote}${'x'.repeat(length - 2 * quote.length)}${quote}`;
      });
      const bad = `${ROW.replace('H1', 'H2').replace('0301', '99')}${','.repeat(20)}`;
      return [`${HEADER},${columns}`, `${ROW},${fields.join(',')}`, bad, ''].join(end);
    };
    const bad = 'hours.csv:3 kommune KOMMUNE_FORM 99';
    for (const quote of ['', '"']) {
      for (const end of ['\n', '\r']) {
        expect(tell(writeExtract({ 'hours.csv': file(1_048_576, quote, end) })).rejects).toEqual([bad]);
        const longer = tell(writeExtract({ 'hours.csv': file(1_048_577, quote, end) }));
        expect(longer.rejects).toEqual(['hours.csv:2  LINE_TOO_LONG', bad]);
      }
    }
  });

  it('a file without a line end is a fault and no more memory, as a header or as a row', () => {
    const endless = 'x'.repeat(4 << 20);
    expect(tell(writeExtract({ 'hours.csv': endless })).rejects).toEqual(['hours.csv:1  LINE_TOO_LONG']);
    const row = tell(writeExtract({ 'hours.csv': `${HEADER}\n${endless}\n${ROW.replace('0301', '99')}\n` }));
    expect(row.rejects).toEqual(['hours.csv:2  LINE_TOO_LONG', 'hours.csv:3 kommune KOMMUNE_FORM 99']);
    const open = tell(writeExtract({ 'hours.csv': `${HEADER}\n"${endless}` }));
    expect(open.rejects).toEqual(['hours.csv:2  LINE_TOO_LONG']);
  });

  it('are lowered by settings, never raised', () => {
    const lower = { limits: { lineBytes: 200, fieldBytes: 100 } };
    expect(tell(writeExtract({ 'hours.csv': note('x'.repeat(50)) }), lower)).toMatchObject(READ);
    expect(tell(writeExtract({ 'hours.csv': note('x'.repeat(101)) }), lower).rejects).toEqual([
      'hours.csv:2 note FIELD_TOO_LONG',
    ]);
    expect(tell(writeExtract({ 'hours.csv': note('x'.repeat(200)) }), lower).rejects).toEqual([
      'hours.csv:2  LINE_TOO_LONG',
    ]);
    const higher = { limits: { fieldBytes: 1 << 20 } };
    expect(tell(writeExtract({ 'hours.csv': note('x'.repeat(65_537)) }), higher).code).toBe('EXTRACT_UNREADABLE');
  });

  it('beyond the rejects that are listed the rest is counted, and no share of rejects helps', () => {
    const rows = Array.from({ length: 20 }, () => (row: string) => row.replace('0301', '99'));
    const { code, rejects } = hours(rows, { limits: { rejectsListed: 15 }, rejectLimitPercent: 100 });
    expect(code).toBe('EXTRACT_TOO_MANY_FAULTS');
    expect(rejects).toHaveLength(15);
  });
});

test.each([
  ['01010112345', '010101 12345'],
  ['01010112345', '010101-12345'],
  ['01010112345', '010101\u00a012345'],
  ['01010112345', '01.01.01 12345'],
  ['01010112345', '1010112345'],
  ['99999999999', '999999 99999'],
])('national ids are compared by their digits, also where they fail their check: %s and %s', (first, second) => {
  const persons = SMALL_EXTRACT['persons.csv'].replace(',,1990', `,${first},1990`).replace(',,1985', `,${second},1985`);
  const extract = writeExtract({ 'persons.csv': persons });
  const { findings, code } = tell(extract);
  expect(code).toBe('');
  expect(findings.filter((text) => text.startsWith('NATIONAL_ID_SHARED'))).toHaveLength(2);
  const snapshot = openSnapshot(importFolder(extract).path);
  expect([...snapshot.blocks()].flatMap((block) => Array.from(block.sharedNationalId))).toEqual([1, 1]);
  snapshot.close();
});

test('a valid national id in groups is valid, and numbers that are too short are not compared', () => {
  const valid = SMALL_EXTRACT['persons.csv'].replace(',,1990', ',131168 06605,1990');
  const findings = (persons: string): string[] =>
    tell(writeExtract({ 'persons.csv': persons })).findings.filter((text) => text.startsWith('NATIONAL_ID'));
  const grouped = findings(valid);
  const plain = findings(valid.replace('131168 06605', '13116806605'));
  expect(grouped).toEqual(plain);
  expect(findings(SMALL_EXTRACT['persons.csv'].replaceAll(',,19', ',0,19'))).toEqual([
    'NATIONAL_ID_INVALID persons.csv:2 national_id',
    'NATIONAL_ID_INVALID persons.csv:3 national_id',
  ]);
});
