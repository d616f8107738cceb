import type { ArrivalFlow } from '../../src/synthetic';
import { type ExtractText, generate, type Row } from './support/extract-text';

/** Between them a person enters in the next year, and some are deleted and come back. */
const REQUEST = {
  persons: 1200,
  year: 2022,
  seed: 5,
  snapshots: 8,
  only: ['2022-T1', '2022-T4', '2023-T2', '2023-T4'],
};
const SERIES = {
  'the usual register': generate(REQUEST),
  'a wave': generate({ ...REQUEST, arrivals: 'wave' }),
};

/** The person's number in the newest extract. */
function numbersOf(extract: ExtractText): (id: string) => string {
  const later = new Map(extract.rows('person_ids').map((row) => [row.old_person_id ?? '', row.person_id ?? '']));
  const follow = (id: string): string => (later.has(id) ? follow(later.get(id) ?? '') : id);
  return follow;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  persons: ['person_id'],
  target_group: ['target_group_id'],
  decisions: ['decision_id', 'registered_on'],
  residence: ['person_id', 'from_date', 'kommune'],
  training_kommune: ['person_id', 'from_date'],
  upper_secondary: ['person_id', 'from_date'],
  hours: ['hours_id'],
};

test.each(Object.entries(SERIES))('%s: no row was registered before an extract that lacks it', (_, extracts) => {
  const newest = extracts.at(-1);
  if (newest === undefined) throw new Error('no extract');
  const number = numbersOf(newest);
  const keyOf = (row: Row, columns: readonly string[]): string =>
    columns.map((column) => (column === 'person_id' ? number(row[column] ?? '') : row[column])).join(' ');
  for (const [table, columns] of Object.entries(KEYS)) {
    for (const [index, later] of extracts.slice(1).entries()) {
      const earlier = extracts[index];
      const taken = earlier?.header().taken_at ?? '';
      const before = new Set(earlier?.rows(table).map((row) => keyOf(row, columns)));
      const early = later.rows(table).filter((row) => row.registered_on && row.registered_on <= taken);
      expect([table, later.name, early.filter((row) => !before.has(keyOf(row, columns)))]).toEqual([
        table,
        later.name,
        [],
      ]);
    }
  }
});

/** Ordinary entries (right and duty, right, duty) by year. */
function entries(arrivals: ArrivalFlow, category = /^(right_and_duty|right|duty)$/): Map<number, number> {
  const [last] = generate({ persons: 1500, year: 2022, seed: 9, snapshots: 12, only: ['2024-T4'], arrivals });
  const years = new Map<number, number>();
  const first = new Map<string, string>();
  for (const row of last?.rows('target_group') ?? []) {
    if (!category.test(row.category ?? '') || first.has(row.person_id ?? '')) continue;
    first.set(row.person_id ?? '', row.entered_on ?? '');
  }
  for (const day of first.values()) years.set(Number(day.slice(0, 4)), (years.get(Number(day.slice(0, 4))) ?? 0) + 1);
  return years;
}

const ratio = (years: Map<number, number>, a: number, b: number): number => (years.get(a) ?? 0) / (years.get(b) ?? 1);

test('a flow goes on over the years: steady, falling or rising', () => {
  const [steady, falling, rising] = (['steady', 'falling', 'rising'] as const).map((flow) => entries(flow));
  if (!steady || !falling || !rising) throw new Error('three flows');
  expect(ratio(steady, 2024, 2018)).toBeGreaterThan(0.8);
  expect(ratio(steady, 2024, 2018)).toBeLessThan(1.25);
  expect(ratio(falling, 2024, 2018)).toBeLessThan(0.45);
  expect(ratio(rising, 2024, 2018)).toBeGreaterThan(2.2);
});

test('a wave comes under chapter 6A, as in 2022, and ebbs away', () => {
  const [wave] = generate({ persons: 2000, year: 2024, seed: 9, snapshots: 1, arrivals: 'wave' });
  const collective = wave?.rows('target_group').filter((row) => row.category === 'right_norwegian_6a') ?? [];
  const inYear = (year: string): number => collective.filter((row) => row.entered_on?.startsWith(year)).length;
  expect(inYear('2021')).toBe(0);
  expect(inYear('2022')).toBeGreaterThan(3 * inYear('2024'));
  expect(inYear('2023')).toBeGreaterThan(inYear('2024'));
});

test('numbers say how many enter in each year, beside the persons of before', () => {
  const years = entries([500, 250, 100], /./);
  // Who is registered and not deleted by the last day, and asylum seekers by their first entry.
  expect(ratio(years, 2023, 2022)).toBeGreaterThan(0.4);
  expect(ratio(years, 2023, 2022)).toBeLessThan(0.6);
  expect(years.get(2022)).toBeGreaterThan(430);
  expect(years.get(2022)).toBeLessThan(570);
});
