import type { Row } from './csv';
import { ageOn, dayAfter, dayText, earliest, latest, previousDay, yearOf } from './dates';
import { agesOf, tried } from './law';
import { hasDecision, type Person } from './person';

/** Year of the earliest right or right and duty; undefined for a person without one (rulebook 2, A5). */
export function entryYear(person: Person): number | undefined {
  const others = tried('persontilskudd.categories')?.split(' ') ?? [];
  const anchor = person.targetGroup.find((row) =>
    ['right_and_duty', 'right', ...others].includes(row.text('category')),
  );
  return anchor && yearOf(anchor.text('entered_on'));
}

/** E1 */
export function categoryCounts(row: Row, year: number): boolean {
  const list = tried('persontilskudd.categories')?.split(' ');
  if (list) return list.includes(row.text('category'));
  if (row.text('category') === 'right_and_duty') return true;
  return row.text('category') === 'right' && year <= 2018;
}

/** E2 */
export function isInItsThreeYears(person: Person, row: Row, year: number): boolean {
  const entry = entryYear(person);
  if (entry === undefined || row.text('entered_on') > dayText(year, 12, 31)) return false;
  const k = year - entry + 1;
  return k >= 1 && k <= Number(tried('persontilskudd.years_paid') ?? 3);
}

/** E3 */
export function hasRightAge(
  person: Person,
  row: Row,
  law = row.text('law'),
  component: 'persontilskudd' | 'persontilskudd37d' = 'persontilskudd',
): boolean {
  const byPermit = law === 'integreringsloven';
  const day = row.text(byPermit ? 'permit_granted_on' : 'entered_on');
  if (day === '') return false;
  const [from, to] = byPermit
    ? agesOf(`${component}.age_on_permit`, [18, 66])
    : agesOf(`${component}.age_on_entry`, [16, 66]);
  const age = Math.max(0, ageOn(person.birthDate, day));
  return age >= from && age <= to;
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
export function isBelow67BeforeTheYear(person: Person, year: number, component = 'persontilskudd'): boolean {
  const [from, to] = agesOf(`${component}.age_at_year_start`, [0, 66]);
  const age = Math.max(0, ageOn(person.birthDate, dayText(year - 1, 12, 31)));
  return age >= from && age <= to;
}

/** E4 */
function hasDecisionInTime(person: Person, row: Row, kind: string, component: string): boolean {
  const within = tried(`${component}.decision_within_days`) ?? 'none';
  if (within === 'none') return hasDecision(person, kind);
  const latest = dayAfter(row.text('entered_on'), Number(within));
  return person.decisions.some(
    (decision) =>
      decision.text('kind') === kind && decision.text('outcome') === 'granted' && decision.text('decided_on') <= latest,
  );
}

function needsDecision(row: Row): boolean {
  const from = tried('persontilskudd.decision_needed_from') ?? '2018-01-01';
  return from !== 'never' && row.text('entered_on') >= from;
}

/** The row that triggers persontilskudd in a grant year. */
export function triggeringRow(person: Person, year: number): Row | undefined {
  if (year < 2016) return undefined;
  return person.targetGroup.find(
    (row) =>
      categoryCounts(row, year) &&
      isInItsThreeYears(person, row, year) &&
      hasRightAge(person, row) &&
      (!needsDecision(row) || hasDecisionInTime(person, row, 'norwegian_and_social_studies', 'persontilskudd')) &&
      overlapsYear(person, row, year) &&
      isBelow67BeforeTheYear(person, year),
  );
}

/** The row that triggers persontilskudd37d in a grant year: the first of its category or none (rulebook 5). */
export function triggeringRow37d(person: Person, year: number): Row | undefined {
  const row = person.targetGroup.find((candidate) => candidate.text('category') === 'right_norwegian_6a');
  if (!row || yearOf(row.text('entered_on')) !== year) return undefined;
  const lastEntry = tried('persontilskudd37d.last_entry') ?? '2026-06-30';
  if (lastEntry !== 'never' && row.text('entered_on') > lastEntry) return undefined;
  const qualifies =
    hasRightAge(person, row, 'integreringsloven', 'persontilskudd37d') &&
    hasDecisionInTime(person, row, 'norwegian_6a', 'persontilskudd37d') &&
    overlapsYear(person, row, year) &&
    isBelow67BeforeTheYear(person, year, 'persontilskudd37d');
  return qualifies ? row : undefined;
}

/** The row that triggers the asylum components, in whatever year (rulebook 5.2). */
export function triggeringAsylumRow(person: Person, year?: number): Row | undefined {
  return person.targetGroup.find((row) => {
    const entered = yearOf(row.text('entered_on'));
    const law: readonly [number, number] = entered <= 2020 ? [16, 999] : [18, 999];
    const [from, to] = entered === year ? agesOf('asylum.age_on_entry', law) : law;
    const age = Math.max(0, ageOn(person.birthDate, row.text('entered_on')));
    return row.text('category') === 'asylum_seeker' && age >= from && age <= to;
  });
}

/** Window W: first and last day (rulebook 4). */
export function windowOf(person: Person, row: Row, year: number): { from: string; to: string } {
  const ends = [dayText(year, 12, 31), person.deathDate, person.emigratedOn].filter((day) => day !== '');
  if (row.text('left_on') !== '') ends.push(previousDay(row.text('left_on')));
  return { from: latest(row.text('entered_on'), dayText(year, 1, 1)), to: earliest(...ends) };
}
