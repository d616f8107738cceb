import { createHash } from 'node:crypto';
import { NorsktilskuddError } from '../../src/domain';
import { demoOptions, generateExtracts } from '../../src/synthetic';
import { type ExtractText, generate, generateOne } from './support/extract-text';
import { PLACES } from './support/places';
import { problems } from './support/problems';

function digest(extracts: readonly ExtractText[]): string {
  const hash = createHash('sha256');
  for (const extract of extracts)
    for (const [file, text] of extract.files) hash.update(`${extract.name}/${file}\n${text}`);
  return hash.digest('hex');
}

test('the same arguments give the same bytes, another seed gives others', () => {
  const options = { persons: 300, year: 2019, seed: 5, snapshots: 3, errors: 0.1 };
  expect(digest(generate(options))).toBe(digest(generate(options)));
  expect(digest(generate({ ...options, seed: 6 }))).not.toBe(digest(generate(options)));
});

test('every file has its header and extract.json counts its rows', () => {
  const extract = generateOne({ persons: 300, errors: 0.3 });
  const { rows, taken_at } = extract.header();
  expect(taken_at).toBe('2018-12-31');
  expect(Object.keys(rows)).toHaveLength(10);
  for (const [table, count] of Object.entries(rows)) {
    const lines = extract.files.get(`${table}.csv`)?.split('\n') ?? [];
    expect({ table, count: lines.length - 2 }).toEqual({ table, count });
    expect(lines.at(-1)).toBe('');
  }
});

test.each([2004, 2016, 2018, 2020, 2023, 2024, 2026])('nothing is wrong in the rows of %i without errors', (year) => {
  for (const extract of generate({ persons: 500, year, seed: year, snapshots: 2, firstTerm: 4 })) {
    expect(problems(extract)).toEqual([]);
  }
});

test('errors come at the rate that is asked for', () => {
  const found = problems(generateOne({ persons: 1000, errors: 0.1 }));
  expect(found.length).toBeGreaterThan(30);
  expect(found.length).toBeLessThan(300);
  const kinds = new Set(found.map((text) => text.replace(/ .*/, '')));
  expect(kinds.size).toBeGreaterThanOrEqual(5);
});

test('about 24 rows of hours a person', () => {
  const { rows } = generateOne({ persons: 2000 }).header();
  expect((rows.hours ?? 0) / 2000).toBeGreaterThan(22);
  expect((rows.hours ?? 0) / 2000).toBeLessThan(26);
  expect(rows.persons ?? 0).toBeGreaterThan(1970);
});

test('components of later years have their rows', () => {
  const extract = generateOne({ persons: 2000, year: 2024 });
  const values = (table: string, column: string) => new Set(extract.rows(table).map((row) => row[column]));
  expect(values('target_group', 'category')).toEqual(
    new Set(['right_and_duty', 'right', 'duty', 'right_norwegian_6a', 'asylum_seeker']),
  );
  expect(values('decisions', 'kind')).toEqual(
    new Set(['norwegian_and_social_studies', 'norwegian_6a', 'extended_43g']),
  );
  expect(values('decisions', 'outcome')).toEqual(new Set(['granted', 'refused', 'withdrawn']));
  expect(extract.rows('upper_secondary').length).toBeGreaterThan(30);
  expect(values('persons', 'address_protection')).toEqual(new Set(['', 'confidential', 'strictly_confidential']));
});

test('every person is marked as made up', () => {
  for (const row of generateOne({ persons: 500 }).rows('persons')) {
    expect(Number(row.person_id?.slice(0, 4))).toBeGreaterThan(2060);
    if (row.national_id) expect(Number(row.national_id.slice(2, 4))).toBeGreaterThan(80);
  }
});

test('options out of range are refused by name', () => {
  const tries = [
    { persons: 0 },
    { persons: 1_000_001 },
    { year: 2010 },
    { seed: -1 },
    { snapshots: 13 },
    { errors: 1.5 },
  ];
  for (const options of tries) {
    expect(() => generate(options)).toThrow(NorsktilskuddError);
    expect(() => generate(options)).toThrow(Object.keys(options)[0]);
  }
  expect(() => [...generateExtracts({ ...demoOptions(PLACES), firstTerm: 5 })]).toThrow('first-term');
});
