import { asDay, calendarDate, dayOf, FAR_FUTURE, formatDay, monthIndex, type Place } from '../domain';
import { BOND } from './home-plan';
import type { Person } from './person';
import { mix, type Random, TOPIC } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import { TOWN_WEIGHTS } from './town-weights';

/** The person's own row and the rows that tell of a changed DUF number, as the extract's day knows them. */
export function writePersonRows(random: Random, person: Person, out: SnapshotWriter): void {
  const edit = random.below(1000);
  const editedOn = person.registeredOn + random.between(20, 700);
  const movesRegistration = random.chance(500);
  const diedKnownOn = person.diedOn + random.between(3, 40);
  const emigratedKnownOn = person.emigratedOn + random.between(5, 220);
  const isFree = person.bond !== BOND.counted;
  const isEdited = out.takenOn >= editedOn;
  const country = edit < 8 && !isEdited ? 'XXX' : person.country;
  const birth = edit >= 8 && edit < 11 && !isEdited && isFree ? yearBefore(person) : formatDay(person.birth);
  const registered = isEdited && edit < 11 && movesRegistration ? editedOn : person.registeredOn;
  const known = out.registration(registered);
  const died = person.diedOn !== FAR_FUTURE && out.shows(diedKnownOn) ? out.day(person.diedOn) : '';
  const emigrated = person.emigratedOn !== FAR_FUTURE && out.shows(emigratedKnownOn) ? out.day(person.emigratedOn) : '';
  const protection = out.takenOn >= person.protectedOn ? person.protection : '';
  const rest =
    `,${person.nationalId},${birth},${country},${person.sex},${died},${emigrated},${protection},` +
    `${person.upperSecondaryBefore},${out.day(known)}\n`;
  out.add('persons', out.currentId + rest);
  writeIdChanges(person, out, rest);
}

function writeIdChanges(person: Person, out: SnapshotWriter, rest: string): void {
  const [first, second] = out.formerIds;
  if (first === undefined) return;
  if (person.keepsOldRows && person.ordinal % 3 === 0) out.add('persons', first + rest);
  out.add('person_ids', `${first},${second ?? out.currentId},${out.day(person.idChangedOn)}\n`);
  if (second) out.add('person_ids', `${second},${out.currentId},${out.day(person.idChangedAgainOn)}\n`);
}

function yearBefore(person: Person): string {
  const date = calendarDate(person.birth);
  return formatDay(asDay(dayOf(date.year - 1, date.month, Math.min(date.dayOfMonth, 28))));
}

/** Kommuner whose costs of training are mapped each year. */
const COST_SAMPLE = 20;

/** Teaching hours by kommune and month of the grant year, and the cost base of a sample of kommuner. */
export function writeKommuneRows(
  random: Random,
  kommuner: readonly Place[],
  year: number,
  seed: number,
  out: SnapshotWriter,
): void {
  const sample = [...kommuner].sort((a, b) => mix(a.code ^ seed) - mix(b.code ^ seed) || a.code - b.code);
  const sampled = new Set(sample.slice(0, COST_SAMPLE).map((place) => place.code));
  for (const place of kommuner) {
    random.start(seed, place.code, TOPIC.kommune);
    const size = TOWN_WEIGHTS[place.name] ?? 1 + (mix(place.code) % 12);
    writeTeachingHours(random, place, year, size, out);
    for (const costYear of [year - 1, year]) {
      const cost = size * random.between(60_000, 90_000) + random.below(1000);
      const isKnown = out.takenOn >= dayOf(costYear, 12, 31);
      if (sampled.has(place.code) && isKnown) {
        out.add('cost_base', `${out.kommuner.text(place.code)},${costYear},${cost}\n`);
      }
    }
  }
}

function writeTeachingHours(random: Random, place: Place, year: number, size: number, out: SnapshotWriter): void {
  const last = calendarDate(out.takenOn);
  const lastMonth = Math.min(year * 12 + 11, last.year * 12 + last.month - 1);
  for (let month = year * 12; month <= lastMonth; month += 1) {
    const quarters = (size + 2) * random.between(30, 60);
    const next = month + 1;
    const registered = asDay(dayOf(Math.floor(next / 12), (next % 12) + 1, 1) + random.below(40));
    const isAnonymous = random.chance(50);
    if (month % 12 === 6 || !out.shows(registered) || monthIndex(out.takenOn) < month) continue;
    const monthText = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    out.add(
      'teaching_hours',
      `${out.kommuner.text(place.code)},${monthText},${quarters / 4},${isAnonymous ? '' : out.day(registered)}\n`,
    );
  }
}
