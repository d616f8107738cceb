import { asDay, type Day, dayOf, FAR_FUTURE, RESIDENCE_KIND, yearOf } from '../domain';
import { BOND, type HomePlan } from './home-plan';
import { KIND, type Person } from './person';
import { mix, type Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import type { Stay } from './timeline';

/** A row to be: from a day on under one number, known from `registered` on. */
interface AddressRow {
  readonly from: Day;
  readonly to: Day;
  readonly kommune: string;
  readonly kind: string;
  readonly registered: Day;
}

/**
 * Residence rows. A stay is open until the next one is registered, and then gets its end in place. Where a number of a
 * kommune ends, some kommuner write the row anew under the next number and others let it stand.
 */
export function writeResidenceRows(random: Random, person: Person, stays: readonly Stay[], out: SnapshotWriter): void {
  const isForgotten = random.chance(8) && person.bond === BOND.free;
  const rows: AddressRow[] = [];
  for (const stay of stays) addRows(random, person, stay, out, rows);
  if (isForgotten) return;
  const endKnownLater = random.chance(800) ? random.below(120) : 2000;
  for (const [index, row] of rows.entries()) {
    if (!out.shows(row.registered)) continue;
    const next = rows[index + 1];
    const endKnownOn = next === undefined ? row.to + endKnownLater : next.registered;
    const to = row.to !== FAR_FUTURE && out.shows(endKnownOn) ? out.day(row.to) : '';
    out.add(
      'residence',
      `${out.idOf(row.registered)},${row.kommune},${row.kind},${out.day(row.from)},${to},${out.day(row.registered)}\n`,
    );
  }
}

function addRows(random: Random, person: Person, stay: Stay, out: SnapshotWriter, rows: AddressRow[]): void {
  const isTimely = person.bond === BOND.counted;
  const lag = random.below(isTimely ? 10 : 18) + (random.chance(60) && !isTimely ? random.between(30, 160) : 0);
  const kind = stay.kind === RESIDENCE_KIND.receptionCentre ? 'reception_centre' : 'registered';
  let from = stay.from;
  for (let part = 0; part < 4; part += 1) {
    const code = out.kommuner.codeOn(stay.code, from, person.pick);
    const until = out.kommuner.validUntil(code, from);
    const isSplit = out.kommuner.successorCount(code, from) > 1;
    const writesAnew = isTimely || (isSplit ? person.pick % 10 > 0 : mix(stay.code) % 2 === 0);
    const to = asDay(writesAnew && until <= stay.to ? until - 1 : stay.to);
    const registered = out.registration(from + (part === 0 ? lag : (mix(stay.code) % 20) + (isSplit ? lag : 0)));
    rows.push({ from, to, kommune: out.kommuner.text(code), kind, registered });
    if (to === stay.to) return;
    from = asDay(to + 1);
  }
}

/** Training kommuner and full-time upper secondary school of one person. */
export function writeTrainingRows(
  random: Random,
  person: Person,
  stays: readonly Stay[],
  homes: HomePlan,
  out: SnapshotWriter,
): void {
  if (person.kind === KIND.asylum) return;
  writeTrainingKommune(random, person, homes, out);
  if (person.isLawOf2021) writeUpperSecondary(random, person, stays, out);
}

function writeTrainingKommune(random: Random, person: Person, homes: HomePlan, out: SnapshotWriter): void {
  const isElsewhere = random.chance(30) && person.bond === BOND.free;
  const from = asDay(person.enteredOn + random.between(10, 300));
  const length = random.between(60, 400);
  const isOpen = random.chance(300);
  const hasNoRegistration = random.chance(60);
  const registered = out.registration(from + random.below(60));
  const place = homes.elsewhere(random.bits());
  if (!isElsewhere || !out.shows(registered)) return;
  const kommune = out.kommuner.text(out.kommuner.codeOn(place, from, person.pick));
  const to = isOpen ? '' : out.day(from + length);
  const day = hasNoRegistration ? '' : out.day(registered);
  out.add('training_kommune', `${out.idOf(registered)},${kommune},${out.day(from)},${to},${day}\n`);
}

/** One or two school years of a young person, in the fylke of the address at the start. */
function writeUpperSecondary(random: Random, person: Person, stays: readonly Stay[], out: SnapshotWriter): void {
  const age = yearOf(person.enteredOn) - yearOf(person.birth);
  const attends = random.chance(300) && age >= 16 && age <= 26;
  const firstYear = yearOf(person.enteredOn) + random.below(2);
  const years = random.between(1, 2);
  for (let index = 0; index < years; index += 1) {
    const from = dayOf(firstYear + index, 8, 15 + random.below(6));
    const stopsOn = random.chance(150) ? from + random.between(20, 200) : undefined;
    const registered = out.registration(from + random.below(70));
    if (!attends || from < person.enteredOn || !out.shows(registered)) continue;
    const stay = stayOn(stays, from);
    if (stay === undefined) continue;
    const fylke = out.kommuner.fylkeText(out.kommuner.codeOn(stay.code, from, person.pick));
    const to = stopsOn ?? dayOf(firstYear + index + 1, 6, 21);
    out.add(
      'upper_secondary',
      `${out.idOf(registered)},${fylke},${out.day(from)},${out.day(to)},${out.day(registered)}\n`,
    );
  }
}

function stayOn(stays: readonly Stay[], day: Day): Stay | undefined {
  return stays.find((stay) => stay.from <= day && day <= stay.to);
}
