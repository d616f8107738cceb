import { nextDay, previousDay } from '../oracle/dates';
import type { Random } from './random';

/**
 * What a history picks from: few kommuner, so that persons meet there, and dates on which rules turn, so that
 * boundaries lie close together.
 */
export interface World {
  readonly random: Random;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Many persons in two kommuner, so that grunntilskudd reaches its high step. */
  readonly isCrowded: boolean;
  readonly kommuner: readonly string[];
  readonly fylker: readonly string[];
  readonly dates: readonly string[];
}

const KOMMUNER = [
  '0704 0716 0709 0702 0714 0715 0301 1103',
  '1601 5001 1613 5012 1103',
  '1850 1806 1875 5012 5055 1613 1103',
  '0704 0716 3803 0301 1507 1504',
  '0101 3001 3004 1507 0301 1103',
  '1507 1508 1580 1504 1534 0301',
  '1507 1508 1103',
  '0101 3001 3101 3004 3053 3054 3234 0534',
  '5401 5501 1902 0301 0106',
];
const FYLKER = ['15 16 17 50', '01 03 30 07', '38 39 07 08', '15 30 38 54', '03 30 31 32', '54 55 56 19'];
const TURNS = ['2017-12-31', '2018-01-01', '2023-06-30', '2023-07-01', '2026-06-30', '2026-07-01', '2020-12-31'];

export function makeWorld(random: Random, firstYear: number, lastYear: number): World {
  const dates: string[] = [];
  for (let year = firstYear - 2; year <= lastYear; year += 1) {
    for (const day of ['01-01', '01-01', '01-15', '03-31', '04-01', '06-30', '07-01', '09-30', '10-01', '12-31']) {
      dates.push(`${year}-${day}`);
    }
    dates.push(year % 4 === 0 ? `${year}-02-29` : `${year}-02-28`);
    dates.push(
      `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    );
  }
  dates.push(...TURNS.filter((day) => day >= `${firstYear - 2}` && day < `${lastYear + 1}`));
  const isCrowded = random.percent(10);
  return {
    random,
    isCrowded,
    firstYear,
    lastYear,
    kommuner: pickForYear(random, KOMMUNER, firstYear)
      .split(' ')
      .slice(0, isCrowded ? 2 : 8),
    fylker: pickForYear(random, FYLKER, firstYear).split(' '),
    dates,
  };
}

/** Mostly codes that change about that year: the lists above go from 2016 to 2024. */
function pickForYear(random: Random, lists: readonly string[], year: number): string {
  if (random.percent(30)) return random.pick(lists);
  const place = Math.floor(((Math.min(Math.max(year, 2016), 2024) - 2016) * (lists.length - 1)) / 8);
  return random.pick(lists.slice(Math.max(0, place - 1), place + 2));
}

/** A day on which rules turn, or one beside it. */
export function turningDay({ random, dates }: World): string {
  const day = random.pick(dates);
  const chance = random.below(10);
  if (chance === 0) return previousDay(day);
  return chance === 1 ? nextDay(day) : day;
}

/** A day after another, near it or on a turn. */
export function dayAfter(world: World, day: string): string {
  const later = world.dates.filter((candidate) => candidate >= day);
  if (later.length > 0 && world.random.percent(70)) return world.random.pick(later);
  let result = day;
  for (let step = world.random.below(40); step > 0; step -= 1) result = nextDay(result);
  return result;
}

/** A birth date that makes a person 16, 17, 18 or 67 on a turning day or beside it, or just grown up. */
export function birthDate(world: World): string {
  const { random } = world;
  if (random.percent(45)) return '1985-06-01';
  if (random.percent(10)) return '2000-02-29';
  const day = turningDay(world);
  const age = random.pick([16, 17, 18, 18, 18, 67, 67]);
  const birth = `${Number(day.slice(0, 4)) - age}${day.slice(4)}`.replace('-02-29', '-03-01');
  const chance = random.below(3);
  return chance === 0 ? birth : chance === 1 ? nextDay(birth) : previousDay(birth);
}

/** A day of registration: mostly long ago, at times on a cut-off or later. */
export function registeredOn(world: World, day = ''): string {
  const chance = world.random.below(10);
  if (chance < 7) return '2001-01-01';
  if (chance === 7) return '2001-01-02';
  return chance === 8 && day !== '' ? dayAfter(world, day) : turningDay(world);
}
