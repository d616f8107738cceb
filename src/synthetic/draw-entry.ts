import { asDay, type Day, dayOf, FAR_FUTURE, NO_DAY, yearOf } from '../domain';
import type { FlowDays } from './arrival-flow';
import { BOND } from './home-plan';
import { KIND, type Person } from './person';
import type { Random } from './random';

/** Entry years before Y, per mille: 0 is Y itself. */
const COHORTS: readonly (readonly [number, number])[] = [
  [0, 240],
  [1, 260],
  [2, 230],
  [3, 120],
  [4, 80],
  [5, 45],
  [6, 25],
];
/** Chapter 6A: permits from 11 March 2022; its announced end is 1 July 2026 (rulebook A19). */
const COLLECTIVE_FROM = dayOf(2022, 6, 1);
const COLLECTIVE_UNTIL = dayOf(2026, 7, 1);
const COLLECTIVE_PER_MILLE: Readonly<Record<number, number>> = {
  2022: 600,
  2023: 650,
  2024: 550,
  2025: 450,
  2026: 350,
};
const LAW_OF_2021 = dayOf(2021, 1, 1);

/**
 * Draws when and why the person entered, and when the person left, died or emigrated. A person who must count on
 * 15 January entered in Y-2, Y-1 or before that day, and stays.
 *
 * @param isNewcomer entering in Y + 1 only
 * @param flow days of entry, where a flow is given
 */
export function drawEntry(random: Random, person: Person, year: number, isNewcomer: boolean, flow?: FlowDays): void {
  const day = flow?.dayOf(random, person.ordinal) ?? dayOfCohort(random, person.bond, year, isNewcomer);
  person.kind = kindOf(random, person.bond, day, flow?.collectivePerMille(day));
  person.enteredOn = day;
  person.asylumOn = NO_DAY;
  const journey = random.between(200, 700);
  if (person.kind === KIND.asylum) person.asylumOn = day;
  if (person.kind === KIND.asylumSettled) person.asylumOn = asDay(day - journey);
  person.arrivedOn = asDay(day - random.below(random.chance(50) ? 40 : 20));
  if (person.kind === KIND.asylumSettled) person.arrivedOn = asDay(day + random.below(90));
  if (person.bond === BOND.counted) person.arrivedOn = asDay(day - random.below(10));
  person.permitOn = asDay(day - random.below(45));
  person.isLawOf2021 = day >= LAW_OF_2021;
  if (random.chance(person.isLawOf2021 ? 3 : 15) && person.bond !== BOND.counted) person.permitOn = NO_DAY;
  drawEnds(random, person);
}

function dayOfCohort(random: Random, bond: number, year: number, isNewcomer: boolean): Day {
  const offset = isNewcomer ? -1 : cohortOf(random, bond);
  return entryDay(random, bond, year, offset);
}

function cohortOf(random: Random, bond: number): number {
  if (bond === BOND.afterCount) return 0;
  if (bond === BOND.counted) return random.chance(30) ? 0 : 1 + random.below(2);
  let draw = random.below(1000);
  for (const [offset, share] of COHORTS) {
    if (draw < share) return offset;
    draw -= share;
  }
  return 0;
}

function entryDay(random: Random, bond: number, year: number, offset: number): Day {
  const first = dayOf(year - offset, 1, 1);
  if (bond === BOND.afterCount && offset === 0) return asDay(first + random.between(15, 360));
  if (bond === BOND.counted && offset === 0) return asDay(first + random.below(14));
  return asDay(first + random.below(365));
}

/** @param given how many in a thousand enter under chapter 6A, where a flow says so; the rest is as without one */
function kindOf(random: Random, bond: number, day: Day, given?: number): number {
  const draw = random.below(1000);
  if (bond !== BOND.free || yearOf(day) < 2008) return KIND.settled;
  if (given !== undefined && draw < given) return KIND.collective;
  const rest = given === undefined ? draw : Math.floor(((draw - given) * 1000) / Math.max(1, 1000 - given));
  if (rest < 80) return KIND.asylum;
  const isOpen = given === undefined && day >= COLLECTIVE_FROM && day < COLLECTIVE_UNTIL;
  const collective = isOpen ? (COLLECTIVE_PER_MILLE[yearOf(day)] ?? 0) : 0;
  if ((rest - 80) * 1000 < collective * 920) return KIND.collective;
  return rest >= 910 ? KIND.asylumSettled : KIND.settled;
}

function drawEnds(random: Random, person: Person): void {
  const left = random.chance(20) ? person.enteredOn + random.between(0, 1200) : FAR_FUTURE;
  const died = random.chance(7) ? person.enteredOn + random.between(20, 1500) : FAR_FUTURE;
  const emigrated = random.chance(22) ? person.enteredOn + random.between(30, 1500) : FAR_FUTURE;
  const stays = person.bond === BOND.counted;
  person.leftOn = asDay(stays ? FAR_FUTURE : left);
  person.diedOn = asDay(stays ? FAR_FUTURE : died);
  person.emigratedOn = asDay(stays || died < emigrated ? FAR_FUTURE : emigrated);
}
