import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

/* JSON files as PowerShell writes them, and such as no program should stumble over (data contract 1). */
const work = temporaryFolder();
const path = (name: string): string => join(work, name);
madeExtract(path('extract'), '2018-12-31');
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const REGISTER = ['--extract', 'extract', '--year', '2018'];
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');

test('settings in UTF-16, their language too', async () => {
  writeFileSync(path('utf16.json'), utf16('{ "ledger": "none.db", "language": "nb" }\r\n'));
  const { code, err } = await cli(work, ['status', '--config', 'utf16.json']);
  expect({ code, err }).toEqual({ code: expect.any(Number), err: expect.not.stringContaining('JSON') });
  expect(err).toContain('none.db');
  expect(err).toMatch(/^Feil: /);
});

test('a scenario, a mapping and extract.json in UTF-16', async () => {
  writeFileSync(path('scenario.json'), utf16('{ "name": "s" }'));
  writeFileSync(path('columns.json'), utf16('{ "persons": { "birth_date": "birth_date" } }'));
  const json = join(path('extract'), 'extract.json');
  writeFileSync(json, utf16(readFileSync(json, 'utf8')));
  const scenario = ['scenario', 'scenario.json', ...REGISTER, '--rates', RATES, '--columns', 'columns.json'];
  expect(await cli(work, scenario)).toMatchObject({ code: 0 });
});

test.each([
  [
    'deep.json',
    `{ "ledger": ${'['.repeat(7000)}${']'.repeat(7000)} }`,
    'deep.json:1:76: The file has lists or objects in more than 64 levels. [JSON_TOO_DEEP]',
    'deep.json:1:76: Filen har lister eller objekter i mer enn 64 nivåer. [JSON_TOO_DEEP]',
  ],
  [
    'twice.json',
    '{ "ledger": "a.db",\n  "ledger": "b.db" }',
    'twice.json:2:3: The same key stands twice, and only one could count. [JSON_KEY_TWICE]',
    'twice.json:2:3: Den samme nøkkelen står to ganger, og bare én kunne ha telt. [JSON_KEY_TWICE]',
  ],
  [
    'nul.json',
    '{ "ledger": "a\\u0000.db" }',
    'nul.json:1:13: The text holds NUL (U+0000) or half a character (U+D800 to U+DFFF). [JSON_CHARACTERS]',
    'nul.json:1:13: Teksten inneholder NUL (U+0000) eller et halvt tegn (U+D800 til U+DFFF). [JSON_CHARACTERS]',
  ],
])('%s', async (name, text, english, bokmal) => {
  writeFileSync(path(name), text);
  for (const [lang, message] of [
    ['en', `Error: ${work}/${english}\n`],
    ['nb', `Feil: ${work}/${bokmal}\n`],
  ] as const) {
    for (const argv of [
      ['status', '--config', name],
      ['scenario', name, ...REGISTER],
      ['doctor', '--extract', 'extract', '--columns', name],
      ['lists', 'adopt', name, '--as', 'kari', '--db', 'none.db'],
    ]) {
      expect(await cli(work, [...argv, '--lang', lang])).toMatchObject({
        code: 3,
        err: expect.stringContaining(message),
      });
    }
  }
});

test('ISO-8859-1 and more than 16 MiB', async () => {
  writeFileSync(path('latin.json'), Buffer.from('{ "ledger": "bodø.db" }', 'latin1'));
  writeFileSync(path('large.json'), Buffer.alloc(16 * 2 ** 20 + 1, 0x20));
  const latin = await cli(work, ['status', '--config', 'latin.json']);
  expect(latin).toMatchObject({
    code: 3,
    err: expect.stringContaining('[JSON_ENCODING]\nWhat to do: Save the file as UTF-8.'),
  });
  expect(await cli(work, ['status', '--config', 'large.json'])).toMatchObject({
    code: 3,
    err: expect.stringContaining('[FILE_TOO_LARGE]'),
  });
});

test('what stands where something else is wanted is not shown at length', async () => {
  writeFileSync(path('long.json'), JSON.stringify({ ledger: Array.from({ length: 9000 }, () => 'x') }));
  const { code, err } = await cli(work, ['status', '--config', 'long.json']);
  expect(code).toBe(3);
  expect(err.length).toBeLessThan(900);
});

test('extract.json with a key twice is told with its line', async () => {
  mkdirSync(path('twice'));
  madeExtract(path('twice'), '2018-12-31');
  writeFileSync(join(path('twice'), 'extract.json'), '{ "taken_at": "2018-12-31",\n  "taken_at": "2019-01-31" }');
  const { code, out } = await cli(work, ['doctor', '--extract', 'twice']);
  expect({ code, out }).toEqual({
    code: 3,
    out: expect.stringContaining(
      '- extract.json:2: expected JSON in UTF-8 or UTF-16, of 64 levels at most, and no key twice in one object [EXTRACT_JSON_TEXT]',
    ),
  });
});
