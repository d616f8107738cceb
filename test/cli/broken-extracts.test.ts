import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REJECT_RULES } from '../../src/register';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

/*
 * Every folder of fixtures/broken holds an extract and what the program must say of it, byte for byte: rejected.csv and
 * findings.csv, and the message in both languages. With UPDATE_BROKEN=1 the test writes what it says now.
 */
const FIXTURES = join(__dirname, '..', '..', 'fixtures', 'broken');
const folder = temporaryFolder();
const key = join(folder, 'pseudonym.key');
writeFileSync(key, `${'5a'.repeat(32)}\n`, { mode: 0o600 });

/** Files in the order in which they are compared; absent ones are the empty text. */
const LISTINGS = ['rejected.csv', 'findings.csv'] as const;

interface About {
  readonly about: string;
  readonly flags: readonly string[];
}

/** Everything that the program says of a fixture, by file name. */
async function said(name: string): Promise<Record<string, string>> {
  const fixture = join(FIXTURES, name);
  const { flags }: About = JSON.parse(readFileSync(join(fixture, 'about.json'), 'utf8'));
  const texts: Record<string, string> = {};
  for (const lang of ['nb', 'en']) {
    const out = join(folder, `${name}-${lang}`);
    const argv = ['import', '--extract', 'extract', '--out', out, '--db', join(folder, `${name}-${lang}.db`)];
    const result = await cli(fixture, [...argv, ...flags, '--pseudonym-key-file', key, '--lang', lang]);
    const text = `${result.out}${result.err}exit ${result.code}\n`;
    texts[`message.${lang}.txt`] = text
      .replaceAll(out, 'LISTING')
      .replaceAll(fixture, 'FIXTURE')
      .replace(/[0-9a-f]{64}/g, 'SNAPSHOT')
      .replace(/^(Tid|Time) .*\n/m, '')
      // Of an extract without a day it is the year of today.
      .replace(/(init --year) \d{4}/, '$1 YEAR');
    for (const listing of LISTINGS) {
      const path = join(out, listing);
      texts[listing] = existsSync(path) ? readFileSync(path, 'utf8') : '';
    }
  }
  return texts;
}

const expectedFolder = (name: string): string => join(FIXTURES, name, 'expected');

function expected(name: string): Record<string, string> {
  const base = expectedFolder(name);
  return Object.fromEntries(readdirSync(base).map((file) => [file, readFileSync(join(base, file), 'utf8')]));
}

const names = readdirSync(FIXTURES);

test.each(names)('%s', async (name) => {
  const texts = await said(name);
  if (process.env.UPDATE_BROKEN === '1') {
    mkdirSync(expectedFolder(name), { recursive: true });
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(expectedFolder(name), file), text);
  }
  expect(texts).toEqual(expected(name));
});

test('every rule for a row of an extract is broken somewhere, and every notice of the reading is given', () => {
  const told = names.map((name) => readFileSync(join(expectedFolder(name), 'message.en.txt'), 'utf8')).join('');
  const codes = new Set([...told.matchAll(/\[([A-Z0-9_]+)/g)].map((match) => match[1]));
  const missing = REJECT_RULES.filter((rule) => !codes.has(rule));
  // The rules of rates, recipients and opening files, which are no part of an extract.
  expect(missing).toEqual([
    'WHOLE_NUMBER_FORM',
    'RECIPIENT_FORM',
    'PERSON_NOT_EXPECTED',
    'CODE_HOLDS_NUMBER',
    'TEXT_HOLDS_ID',
    'BALANCE_ABOVE_ZERO',
    'RATE_CLASS_OF_KEY',
    'RATE_CELL_TWICE',
    'RECIPIENT_UNKNOWN',
    'SUM_TOO_HIGH',
    'RATE_TOO_HIGH',
    // Too large for a fixture, and of real ledgers alone; tested elsewhere.
    'LINE_TOO_LONG',
    'FIELD_TOO_LONG',
    'COLUMN_WANTED',
    // The rules of the register of recipients, and of what an earlier system paid.
    'ACCOUNT_CHECK',
    'ORG_NUMBER_CHECK',
    'KID_CHECK',
    'POST_CODE_FORM',
    'COUNTRY_OF_TWO_FORM',
    'ACCOUNT_SHARED',
    'ORG_NUMBER_SHARED',
    'RECIPIENT_ROWS_OVERLAP',
    'RECIPIENT_ENDED',
    'RECIPIENT_NOT_BEGUN',
    'DATE_IN_FUTURE',
    // The rules of expected arrivals.
    'ARRIVALS_ORDER',
    'ARRIVALS_TWICE',
    'ARRIVALS_ALL_BESIDE_CLASS',
    'ARRIVALS_GROUP',
    'PERSONS_FORM',
  ]);
  const notices = [
    'COLUMN_IGNORED',
    'FILE_IGNORED',
    'FILE_IS_ISO_8859_1',
    'EXTRACT_DAY_MISSING',
    'EXTRACT_ROWS_MISSING',
  ];
  for (const notice of [...notices, 'NATIONAL_ID_INVALID', 'NATIONAL_ID_SHARED', 'ROWS_REJECTED']) {
    expect(codes).toContain(notice);
  }
});

test('there are at least twenty, each with a sentence about it', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
  for (const name of names) {
    const { about }: About = JSON.parse(readFileSync(join(FIXTURES, name, 'about.json'), 'utf8'));
    expect(about).toMatch(/\.$/);
  }
});
