import { asDay, at, calendarDate, type Day, dayOf, FAR_FUTURE, yearOf } from '../domain';
import { BOND } from './home-plan';
import { dateOfYear, syntheticNationalId } from './identity';
import { KIND, type Person } from './person';
import type { Random } from './random';

/** National ids that one year of birth has room for. */
const IDS_OF_A_YEAR = 365 * 250;

/** Draws who the person is: birth, ids, country, protection, and what the register does to the person's own row. */
export function drawIdentity(random: Random, person: Person, year: number, personsTotal: number): void {
  person.sex = random.chance(20) ? '' : random.chance(480) ? 'K' : 'M';
  drawBirth(random, person, Math.ceil(personsTotal / IDS_OF_A_YEAR));
  person.country = drawCountry(random);
  if (person.kind === KIND.collective) person.country = 'UKR';
  const protection = random.below(1000);
  person.protection = protection < 4 ? 'strictly_confidential' : protection < 18 ? 'confidential' : '';
  person.protectedOn = asDay(
    protection < 18 ? person.enteredOn + (random.chance(700) ? -400 : random.below(700)) : FAR_FUTURE,
  );
  const school = random.below(100);
  person.upperSecondaryBefore = school < 45 ? 'yes' : school < 90 ? 'no' : '';
  drawRegistration(random, person, year);
}

function drawBirth(random: Random, person: Person, yearGroups: number): void {
  const age = ageAtEntry(random, person.bond);
  const edge = random.below(1000);
  const isOnEdge = edge < 12 && person.bond !== BOND.counted;
  const slot = person.ordinal % IDS_OF_A_YEAR;
  const group = Math.floor(person.ordinal / IDS_OF_A_YEAR);
  const base = yearOf(person.enteredOn) - age;
  const year = base - ((base + yearGroups - (group % yearGroups)) % yearGroups);
  const date = dateOfYear(year, (slot * 57) % 365);
  person.birth = dayOf(date.year, date.month, date.dayOfMonth);
  const hasId = random.chance(700);
  person.nationalId = hasId && !isOnEdge ? syntheticNationalId(date, Math.floor(slot / 365), person.sex !== 'K') : '';
  if (isOnEdge) person.birth = birthdayNear(person.enteredOn, edge < 5 ? 16 : edge < 9 ? 18 : 67, (edge % 3) - 1);
}

function ageAtEntry(random: Random, bond: number): number {
  const draw = random.below(1000);
  if (bond === BOND.counted) return 20 + random.below(35);
  if (draw < 25) return 15 + random.below(3);
  if (draw < 925) return 18 + ((random.below(34) + random.below(34)) >> 1);
  if (draw < 992) return 55 + random.below(12);
  return 66 + random.below(12);
}

/** A birth date for which the person turns `age` on the day, or one day before or after it. */
function birthdayNear(on: Day, age: number, shift: number): Day {
  const date = calendarDate(on);
  return asDay(dayOf(date.year - age, date.month, Math.min(date.dayOfMonth, 28)) + shift);
}

function drawRegistration(random: Random, person: Person, year: number): void {
  const settled = Math.min(person.enteredOn, person.arrivedOn);
  const first = person.kind === KIND.asylum || person.kind === KIND.asylumSettled ? person.asylumOn : settled;
  const isCounted = person.bond === BOND.counted;
  const late = random.chance(20) && !isCounted;
  person.registeredOn = asDay(first + random.below(12) + (late ? random.between(60, 250) : 0));
  const isDeleted = random.below(10_000) < 15 && !isCounted;
  person.deletedOn = asDay(
    isDeleted ? Math.max(person.registeredOn + 30, dayOf(year, 1, 1) + random.below(540)) : FAR_FUTURE,
  );
  person.returnedOn = asDay(isDeleted && random.chance(500) ? person.deletedOn + random.between(60, 300) : FAR_FUTURE);
  const changes = random.below(1000);
  const changed = person.registeredOn + random.between(60, 900);
  person.idChangedOn = asDay(changes < 9 ? changed : FAR_FUTURE);
  person.idChangedAgainOn = asDay(changes < 1 ? changed + random.between(20, 300) : FAR_FUTURE);
  person.keepsOldRows = random.chance(500);
  person.applicationYear = yearOf(asDay(first)) - random.below(2);
}

/** Country backgrounds with their share per mille, both rate classes (rulebook 3); the first takes what is left. */
const SHARES: readonly (readonly [string, number])[] = [
  ['SYR', 240],
  ['ERI', 130],
  ['SOM', 80],
  ['AFG', 75],
  ['THA', 45],
  ['PHL', 45],
  ['ETH', 40],
  ['SDN', 35],
  ['IRQ', 35],
  ['IRN', 30],
  ['COD', 30],
  ['PAK', 25],
  ['TUR', 25],
  ['MMR', 20],
  ['RUS', 20],
  ['UKR', 15],
  ['POL', 12],
  ['BRA', 12],
  ['COL', 10],
  ['CHN', 10],
  ['VNM', 10],
  ['IND', 10],
  ['MAR', 8],
  ['SRB', 6],
  ['CHL', 5],
  ['FJI', 1],
  ['USA', 14],
  ['GBR', 8],
  ['DEU', 6],
  ['ESP', 6],
  ['SWE', 4],
  ['CAN', 4],
  ['AUS', 3],
  ['NZL', 1],
  ['XXA', 14],
  ['XXX', 3],
];

/** States that are no more: outside the region table, so that R is unknown. */
const FORMER_STATES = ['YUG', 'SUN', 'CSK'];

const PER_MILLE: readonly string[] = SHARES.flatMap(([country, share]) => Array.from({ length: share }, () => country));

/** A country background; one in two thousand stands outside the region table. */
function drawCountry(random: Random): string {
  if (random.below(2000) === 0) return at(FORMER_STATES, random.below(FORMER_STATES.length));
  const draw = random.below(1000);
  return PER_MILLE[draw] ?? 'SYR';
}
