import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL_EXTRACT, tell, writeExtract } from './support/extract';

const READ = { code: '', rejects: [] };

test.each(['hours.csv', 'Norsktimer.CSV', 'training_kommune.csv', 'extract.json'])(
  'a folder under the name of a file is no file, and is reported as a folder: %s',
  (name) => {
    const extract = writeExtract(name === 'hours.csv' || name === 'Norsktimer.CSV' ? { 'hours.csv': undefined } : {});
    mkdirSync(join(extract, name));
    expect(tell(extract)).toMatchObject({ code: 'EXTRACT_UNREADABLE', rejects: [`${name}:0  FILE_IS_FOLDER`] });
  },
);

test('a folder beside the file itself is in order', () => {
  const extract = writeExtract();
  mkdirSync(join(extract, 'Hours.CSV'));
  expect(tell(extract)).toMatchObject(READ);
});

test('a header without rows, and a last line without an end, are in order', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  expect(tell(writeExtract({ 'hours.csv': header }))).toMatchObject(READ);
  expect(tell(writeExtract({ 'hours.csv': `${header}\n${row}` }))).toMatchObject(READ);
  expect(tell(writeExtract({ 'hours.csv': `${header}\r\n\r\n${row}\r\n\r\n` }))).toMatchObject(READ);
});

test.each(['\ufeff', ''])('CR alone ends lines where a file has no LF (%j), and lines are counted by it', (mark) => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const rows = [header, '', row, row.replace('H1', '"H2"'), row.replace('H1', 'H3').replace('0301', '9999')];
  const expected = ['hours.csv:5 kommune KOMMUNE_UNKNOWN 9999'];
  expect(tell(writeExtract({ 'hours.csv': mark + rows.join('\r') })).rejects).toEqual(expected);
  const wide = Buffer.from(`\ufeff${rows.join('\r')}\r`, 'utf16le');
  expect(tell(writeExtract({ 'hours.csv': wide })).rejects).toEqual(expected);
  expect(tell(writeExtract({ 'hours.csv': wide.swap16() })).rejects).toEqual(expected);
  const lone = [header, row.replace('H1', 'H\r1'), ''].join('\n');
  expect(tell(writeExtract({ 'hours.csv': lone })).rejects).toEqual([
    'hours.csv:2 hours_id INVISIBLE_CHARACTER H<U+000D>1',
  ]);
});

test('a mark, a byte that is no UTF-8 behind valid letters, and letters cut at the end', () => {
  const hours = SMALL_EXTRACT['hours.csv'];
  const late = Buffer.concat([Buffer.from(`${hours}Hø,`), Buffer.from([0xe6]), Buffer.from('\n')]);
  expect(tell(writeExtract({ 'hours.csv': `\ufeff${hours}` }))).toMatchObject(READ);
  expect(tell(writeExtract({ 'hours.csv': late })).rejects).toEqual(['hours.csv:3  FIELD_COUNT 2']);
  const cut = Buffer.concat([Buffer.from(hours), Buffer.from([0xc3])]);
  expect(tell(writeExtract({ 'hours.csv': cut })).findings).toContain('FILE_IS_ISO_8859_1 hours.csv:0');
});

test('a key that differs only in blanks stands twice, one that differs in letters does not', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const twice = tell(writeExtract({ 'hours.csv': [header, row, row.replace('H1', ' H1 ')].join('\n') }));
  expect(twice.rejects).toEqual(['hours.csv:2 hours_id DUPLICATE_KEY H1', 'hours.csv:3 hours_id DUPLICATE_KEY H1']);
  expect(tell(writeExtract({ 'hours.csv': [header, row, row.replace('H1', 'h1')].join('\n') }))).toMatchObject(READ);
});

test('a header is one line: what a quote opens there is closed there', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const named = tell(writeExtract({ 'hours.csv': `${header},"Merk ""ny"""\n${row},\n` }));
  expect(named.findings).toContain('COLUMN_IGNORED hours.csv:1 Merk "ny"');
  for (const name of ['"Merk\nnad"', '"Merk']) {
    const { rejects, findings } = tell(writeExtract({ 'hours.csv': `${header},${name}\n${row},"x"\n` }));
    expect(rejects).toEqual(['hours.csv:1  HEADER_QUOTING']);
    expect(findings.filter((text) => text.includes('COLUMN_IGNORED'))).toEqual([]);
  }
});

test('a row in place of the header is nobody to tell of, and a column named by an id or a person is masked', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const without = tell(writeExtract({ 'hours.csv': `${row}\n` }));
  expect(without.rejects).toEqual(['hours.csv:1  HEADER_UNKNOWN']);
  expect(without.findings.filter((text) => text.includes('COLUMN_IGNORED'))).toEqual([]);
  const named = tell(writeExtract({ 'hours.csv': `${header},201212345603,Ola Nordmann\n${row},,\n` }));
  const ignored = named.findings.filter((text) => text.includes('COLUMN_IGNORED'));
  expect(ignored).toEqual(['COLUMN_IGNORED hours.csv:1 ************', 'COLUMN_IGNORED hours.csv:1 xxx xxxxxxxx']);
});

test.each(['Ola Nordmann', 'NORDMANN, KARI', 'Åse-Marie O’Neill Øst', '201212345603', '278283 00100'])(
  'what looks like a person in a wrong column is masked: %s',
  (value) => {
    const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
    const wrong = row.replace(/,\d{4}-\d\d,/, `,"${value}",`);
    const { rejects } = tell(writeExtract({ 'hours.csv': `${header}\n${wrong}\n` }));
    expect(rejects).toEqual([`hours.csv:2 month MONTH_FORM ${value.replace(/\d/g, '*').replace(/\p{L}/gu, 'x')}`]);
  },
);

test('an id of nothing but zeros is nobody, and hours are judged row by row', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const hours = (id: string, person: string, amount: string): string =>
    row
      .replace('H1', id)
      .replace(/\d{12}/, person)
      .replace(/(norwegian|norsk),[^,]*/, `$1,${amount}`);
  const person = /\d{12}/.exec(row)?.[0] ?? '';
  const file = [header, hours('H1', person, '250'), hours('H2', person, '250.00'), hours('H3', '000000000000', '1')];
  expect(tell(writeExtract({ 'hours.csv': file.join('\n') })).rejects).toEqual([
    'hours.csv:4 person_id PERSON_ID_FORM ************',
  ]);
});

test('a byte that is no character rejects nothing in a column that is left out', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const file = Buffer.concat([Buffer.from(`${header},merknad\n${row},ø`), Buffer.from([0xe6]), Buffer.from('\n')]);
  expect(tell(writeExtract({ 'hours.csv': file }))).toMatchObject(READ);
});

test('a name in extract.json that is no table is a fault, also where its number is 0', () => {
  const json = JSON.stringify({ taken_at: '2018-12-31', rows: { timer: 0 } });
  expect(tell(writeExtract({ 'extract.json': json })).rejects).toContain(
    'extract.json:0 rows.timer EXTRACT_JSON timer',
  );
});
