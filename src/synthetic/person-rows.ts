import { asDay, calendarDate, dayOf, FAR_FUTURE, formatDay } from '../domain';
import { BOND } from './home-plan';
import type { Person } from './person';
import type { Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';

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
  const died = person.diedOn !== FAR_FUTURE && out.shows(diedKnownOn) ? out.day(person.diedOn) : '';
  const emigrated = person.emigratedOn !== FAR_FUTURE && out.shows(emigratedKnownOn) ? out.day(person.emigratedOn) : '';
  const protection = out.takenOn >= person.protectedOn ? person.protection : '';
  const rest =
    `,${person.nationalId},${birth},${country},${person.sex},${died},${emigrated},${protection},` +
    `${person.upperSecondaryBefore},${out.day(registered)}\n`;
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
