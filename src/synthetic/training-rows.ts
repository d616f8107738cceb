import { asDay, type Day, dayOf, yearOf } from '../domain';
import { BOND, type HomePlan } from './home-plan';
import { KIND, type Person } from './person';
import type { Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import type { Stay } from './timeline';

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
