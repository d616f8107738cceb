import { knownDay, NO_RECIPIENT, parseRecipientCode } from '../../src/domain';
import { demoOptions } from '../../src/synthetic';
import { KommuneMap } from '../../src/synthetic/kommune-map';
import { type ExtractText, generate, generateOne, type Row } from './support/extract-text';
import { PLACES } from './support/places';

/** Persons who count for grunntilskudd on 15 January of a year up to 2018, by kommune; written for generated data. */
function countByKommune(extract: ExtractText, year: number): Map<string, number> {
  const on = `${year}-01-15`;
  const counts = new Map<string, number>();
  const groups = groupByPerson(extract, 'target_group');
  const stays = groupByPerson(extract, 'residence');
  for (const person of extract.rows('persons')) {
    const rows =
      groups.get(person.person_id ?? '')?.filter((row) => /^right(_and_duty)?$/.test(row.category ?? '')) ?? [];
    const entries = rows.map((row) => row.entered_on ?? '').sort();
    const k = year - Number(entries[0]?.slice(0, 4)) + 1;
    const isMember = rows.some((row) => (row.entered_on ?? '') <= on && (!row.left_on || row.left_on > on));
    const isGone = [person.death_date, person.emigrated_on].some((day) => day && day < on);
    if (!(k >= 1 && k <= 3) || !isMember || isGone) continue;
    const home = stays
      .get(person.person_id ?? '')
      ?.filter((row) => (row.from_date ?? '') <= on && (!row.to_date || row.to_date >= on))
      .at(-1);
    if (home?.kommune) counts.set(home.kommune, (counts.get(home.kommune) ?? 0) + 1);
  }
  return counts;
}

function groupByPerson(extract: ExtractText, table: string): Map<string, Row[]> {
  const current = new Map(extract.rows('person_ids').map((row) => [row.old_person_id, row.person_id]));
  const groups = new Map<string, Row[]>();
  for (const row of extract.rows(table)) {
    const id = current.get(row.person_id) ?? row.person_id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

test('kommuner stand at the steps of grunntilskudd on 15 January: 3, 4, 150 and 151 persons', () => {
  const counts = countByKommune(generateOne({ persons: 6000, seed: 3 }), 2018);
  const kommunerWith = (count: number) => [...counts.values()].filter((value) => value === count).length;
  expect(kommunerWith(3)).toBeGreaterThanOrEqual(15);
  expect(kommunerWith(4)).toBeGreaterThanOrEqual(15);
  expect(kommunerWith(150)).toBeGreaterThanOrEqual(1);
  expect(kommunerWith(151)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...counts.values())).toBe(counts.get('0301'));
});

test('all 422 kommuner of 2018 have somebody in the demonstration', () => {
  const extract = generateOne(demoOptions(PLACES));
  const map = new KommuneMap(PLACES);
  const number2018 = (row: Row) => {
    const code = parseRecipientCode(row.kommune ?? '') ?? NO_RECIPIENT;
    return map.text(map.codeOn(code, knownDay('2018-01-15'), 0));
  };
  const kommuner = new Set(extract.rows('residence').map(number2018));
  const in2018 = new Set(extract.rows('teaching_hours').map((row) => row.kommune ?? ''));
  expect(in2018.size).toBe(422);
  expect([...in2018].filter((kommune) => !kommuner.has(kommune))).toEqual([]);
});

test('across New Year some kommuner write rows under the new number and others let the old one stand', () => {
  const after = generate({ persons: 1500, year: 2019, snapshots: 2, firstTerm: 4 }).at(-1);
  const rows = after?.rows('residence') ?? [];
  const isOpen = (row: Row) => row.to_date === '';
  const anew = rows.filter((row) => row.from_date === '2020-01-01' && isOpen(row));
  const oldCodes = rows.filter((row) => /^(01|02|06|12|14|19)/.test(row.kommune ?? '') && isOpen(row));
  expect(anew.length).toBeGreaterThan(50);
  expect(oldCodes.length).toBeGreaterThan(50);
});

test('persons of a split kommune go on under one of its successors', () => {
  const after = generate({ persons: 3000, year: 2023, seed: 2, snapshots: 2, firstTerm: 4 }).at(-1);
  const rows = after?.rows('residence') ?? [];
  const successors = new Set(rows.filter((row) => row.from_date === '2024-01-01').map((row) => row.kommune));
  expect(rows.some((row) => row.kommune === '1507')).toBe(true);
  expect(successors.has('1508') && successors.has('1580')).toBe(true);
});
