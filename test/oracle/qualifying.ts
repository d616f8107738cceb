import type { Row } from './csv';
import { ageOn, dayText, earliest, latest, previousDay, yearOf } from './dates';
import { hasDecision, type Person } from './person';

/** Year of the earliest right or right and duty; undefined for a person without one (rulebook 2, A5). */
export function entryYear(person: Person): number | undefined {
  const anchor = person.targetGroup.find((row) => ['right_and_duty', 'right'].includes(row.text('category')));
  return anchor && yearOf(anchor.text('entered_on'));
}

/** E1 */
export function categoryCounts(row: Row, year: number): boolean {
  if (row.text('category') === 'right_and_duty') return true;
  return row.text('category') === 'right' && year <= 2018;
}

/** E2 */
export function isInItsThreeYears(person: Person, row: Row, year: number): boolean {
  const entry = entryYear(person);
  if (entry === undefined || row.text('entered_on') > dayText(year, 12, 31)) return false;
  const k = year - entry + 1;
  return k >= 1 && k <= 3;
}

/** E3 */
export function hasRightAge(person: Person, row: Row, law = row.text('law')): boolean {
  const [from, day] = law === 'integreringsloven' ? [18, row.text('permit_granted_on')] : [16, row.text('entered_on')];
  if (day === '') return false;
  const age = ageOn(person.birthDate, day);
  return age >= from && age < 67;
}

/** E5 and E6: a member on a day of the year, alive and here. */
export function overlapsYear(person: Person, row: Row, year: number): boolean {
  const start = latest(row.text('entered_on'), dayText(year, 1, 1));
  const leftOn = row.text('left_on');
  if (leftOn !== '' && leftOn <= start) return false;
  if (person.deathDate !== '' && person.deathDate < start) return false;
  return person.emigratedOn === '' || person.emigratedOn >= start;
}

/** E7 */
export function isBelow67BeforeTheYear(person: Person, year: number): boolean {
  return ageOn(person.birthDate, dayText(year - 1, 12, 31)) < 67;
}

/** The row that triggers persontilskudd in a grant year. */
export function triggeringRow(person: Person, year: number): Row | undefined {
  if (year < 2016) return undefined;
  return person.targetGroup.find(
    (row) =>
      categoryCounts(row, year) &&
      isInItsThreeYears(person, row, year) &&
      hasRightAge(person, row) &&
      (row.text('entered_on') < '2018-01-01' || hasDecision(person, 'norwegian_and_social_studies')) &&
      overlapsYear(person, row, year) &&
      isBelow67BeforeTheYear(person, year),
  );
}

/** The row that triggers persontilskudd37d in a grant year: the first of its category or none (rulebook 5). */
export function triggeringRow37d(person: Person, year: number): Row | undefined {
  const row = person.targetGroup.find((candidate) => candidate.text('category') === 'right_norwegian_6a');
  if (!row || yearOf(row.text('entered_on')) !== year || row.text('entered_on') >= '2026-07-01') return undefined;
  const qualifies =
    hasRightAge(person, row, 'integreringsloven') &&
    hasDecision(person, 'norwegian_6a') &&
    overlapsYear(person, row, year) &&
    isBelow67BeforeTheYear(person, year);
  return qualifies ? row : undefined;
}

/** The row that triggers the asylum components, in whatever year (rulebook 5.2). */
export function triggeringAsylumRow(person: Person): Row | undefined {
  return person.targetGroup.find((row) => {
    const limit = yearOf(row.text('entered_on')) <= 2020 ? 16 : 18;
    return row.text('category') === 'asylum_seeker' && ageOn(person.birthDate, row.text('entered_on')) >= limit;
  });
}

/** Window W: first and last day (rulebook 4). */
export function windowOf(person: Person, row: Row, year: number): { from: string; to: string } {
  const ends = [dayText(year, 12, 31), person.deathDate, person.emigratedOn].filter((day) => day !== '');
  if (row.text('left_on') !== '') ends.push(previousDay(row.text('left_on')));
  return { from: latest(row.text('entered_on'), dayText(year, 1, 1)), to: earliest(...ends) };
}
