import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, fillText, messageText } from '../../src/messages';

const SOURCE = join(__dirname, '..', '..', 'src');
const PLURALS =
  'numre|numbers|rows|rader|persons|personer|lines|linjer|files|filer|days|dager|payments|betalinger|payouts|utbetalinger|faults|' +
  'errors|warnings|advarsler|notes|hours|timer|kommuner|recipients|mottakere|postings|posteringer|signatures|signaturer|' +
  'examples|eksempler|rates|satser|participants|deltakere|fields|outcomes|resultater|acts|handlinger|terms|terminer|have|are|were';
/** A value that is followed at once by a word that fits any number but one; numbers fixed in the program are in capitals. */
const FIXED_PLURAL = new RegExp(`\\{(?![A-Z_]+\\})[^{}|]*\\} (?:${PLURALS})\\b(?!/s).*`, 'g');

test('a number takes the form of the noun that goes with it', () => {
  expect(counted(1, ['rad', 'rader'])).toBe('1 rad');
  expect(counted(0, ['rad', 'rader'])).toBe('0 rader');
  expect(counted(12_450, ['row', 'rows'])).toBe('12\u00a0450 rows');
  expect(fillText('{persons|person is|persons are} left', { persons: 1 })).toBe('1 person is left');
  expect(fillText('{persons|person is|persons are} left', { persons: 2 })).toBe('2 persons are left');
});

test('a value that is missing stays visible, also where it is counted', () => {
  expect(fillText('{rows|row|rows} of {file}', { file: 'persons.csv' })).toBe('{rows|row|rows} of persons.csv');
});

test('numbers that count are parted by thousands, years are not, and decimals have the mark of the language', () => {
  expect(fillText('{count} in {year}', { count: 12450, year: 2018 })).toBe('12\u00a0450 in 2018');
  expect([fillText('{limit} %', { limit: 0.05 }, 'nb'), fillText('{limit} %', { limit: 0.05 }, 'en')]).toEqual([
    '0,05 %',
    '0.05 %',
  ]);
});

test('messages about one thing speak of one', () => {
  expect(messageText('ACCESS_LOG_REFUSED', 'en', { faults: 1 })).toBe('The access log is not whole: 1 fault.');
  expect(messageText('TABLE_REJECTS', 'nb', { file: 'hours.csv', rejected: 1, rows: 1 })).toBe(
    'hours.csv: 1 av 1 rad avvist.',
  );
});

test('no text counts with a noun that is wrong for one', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(cli|messages(?![/\\]explain))\b.*[.]ts$/.test(name),
  );
  const found = files.flatMap((name) =>
    Array.from(readFileSync(join(SOURCE, name), 'utf8').matchAll(FIXED_PLURAL), ([text]) => `${name}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
