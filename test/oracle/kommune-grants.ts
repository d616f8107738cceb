import { pinnedOn } from './acts';
import type { Row } from './csv';
import { dayText, yearOf } from './dates';
import { tried } from './law';
import { isVisible, type Person, rowCovering } from './person';
import { translate } from './places';
import { categoryCounts, hasRightAge, isBelow67BeforeTheYear, isInItsThreeYears } from './qualifying';
import type { Rates } from './rates';

/** What one kommune has coming in a component without persons. */
export interface KommuneGrant {
  readonly kommune: string;
  readonly persons: number;
  readonly rateClass: string;
  readonly rate: string;
  readonly annual: number;
  readonly code: string;
}

/**
 * Grunntilskudd per kommune with at least one person, counted on 15 January (rulebook 5.1).
 *
 * @param pinned counts that cases pin, by kommune (9a)
 * @param alone only kommuner with a pinned count are worked out
 */
export function grunntilskudd(
  persons: Iterable<Person>,
  year: number,
  rates: Rates,
  pinned: ReadonlyMap<string, number> = new Map(),
  alone = false,
): KommuneGrant[] {
  const countDay = countDayOf(year);
  const counts = new Map<string, number>();
  for (const person of persons) {
    if (person.withheld || !person.targetGroup.some((row) => counts15January(person, row, year))) continue;
    const home = rowCovering(person.residence, countDay)?.text('kommune') ?? pinnedOn(person.pins, countDay);
    if (home === '') continue;
    const { code, stopped } = translate(home, countDay);
    if (!stopped) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [kommune, count] of pinned) counts.set(kommune, count);
  const worked = [...counts].filter(([kommune, count]) => count > 0 && (!alone || pinned.has(kommune)));
  return worked.map(([kommune, count]) => {
    const rateClass = stepOf(count);
    if (rateClass === undefined) return { kommune, persons: count, rateClass: '', rate: '', annual: 0, code: '' };
    const rate = rates('grunntilskudd', year, rateClass, kommune);
    const code = rateClass === 'low' ? 'Grunntilskudd-L' : 'Grunntilskudd-H';
    return { kommune, persons: count, rateClass, rate: String(rate), annual: rate, code };
  });
}

export function countDayOf(year: number): string {
  const [month = 1, day = 15] = (tried('grunntilskudd.count_day') ?? '01-15').split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !isLeap ? dayText(year, 3, 1) : dayText(year, month, day);
}

function stepOf(count: number): string | undefined {
  for (const step of (tried('grunntilskudd.steps') ?? '1-3:low 4-150:high').split(' ')) {
    const [, from, to, name] = /^(\d+)-(\d*):(\w+)$/.exec(step) ?? [];
    if (count >= Number(from) && (to === '' || count <= Number(to))) return name;
  }
  return undefined;
}

function counts15January(person: Person, row: Row, year: number): boolean {
  const countDay = countDayOf(year);
  const isMember = row.text('entered_on') <= countDay && (row.text('left_on') === '' || row.text('left_on') > countDay);
  const isHere = [person.deathDate, person.emigratedOn].every((day) => day === '' || day >= countDay);
  if (!isMember || !isHere || !isBelow67BeforeTheYear(person, year)) return false;
  if (categoryCounts(row, year) && isInItsThreeYears(person, row, year) && hasRightAge(person, row)) return true;
  const k = year - yearOf(row.text('entered_on')) + 1;
  return (
    (tried('grunntilskudd.counts_6a') ?? (year >= 2022 ? 'yes' : 'no')) === 'yes' &&
    row.text('category') === 'right_norwegian_6a' &&
    k >= 1 &&
    k <= 3 &&
    hasRightAge(person, row, 'integreringsloven')
  );
}

/** Timetilskudd per kommune with a visible row in the months up to `lastMonth` (1-12) of the year (rulebook 5.3). */
export function timetilskudd(
  persons: Iterable<Person>,
  teachingRows: readonly Row[],
  asOf: string,
  year: number,
  lastMonth: number,
  rates: Rates,
): KommuneGrant[] {
  const lastDay = dayText(year, 12, 31);
  const isDue = (row: Row): boolean =>
    row.text('month') >= `${year}-01` && row.text('month') <= dayText(year, lastMonth, 1).slice(0, 7);
  const sums = new Map<string, { teaching: number; participant: number }>();
  const sumOf = (row: Row): { teaching: number; participant: number } => {
    const { code } = translate(row.text('kommune'), lastDay);
    const sum = sums.get(code) ?? { teaching: 0, participant: 0 };
    sums.set(code, sum);
    return sum;
  };
  for (const person of persons) {
    for (const row of person.hours.filter(isDue)) sumOf(row).participant += Number(row.text('hours'));
  }
  for (const row of teachingRows.filter((candidate) => isVisible(candidate, asOf) && isDue(candidate))) {
    sumOf(row).teaching += Number(row.text('teaching_hours'));
  }
  return [...sums].map(([kommune, { teaching, participant }]) => {
    const perTeaching = teaching > 0 ? rates('timetilskudd.per_teaching_hour', year, 'single', kommune) : 0;
    const perParticipant = participant > 0 ? rates('timetilskudd.per_participant_hour', year, 'single', kommune) : 0;
    const annual = Math.floor((perTeaching * teaching + perParticipant * participant + 50) / 100);
    return { kommune, persons: 0, rateClass: 'single', rate: '', annual, code: 'TIME-2004' };
  });
}
