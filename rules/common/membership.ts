import {
  ageOn,
  asDay,
  type GrantYearContext,
  i32,
  LAW,
  NO_DAY,
  type PersonView,
  type TargetGroupColumns,
  u8,
} from '../../src/domain';

/** 16 <= age on entered_on < 67 under introduksjonsloven; 18 <= age on permit_granted_on < 67 otherwise (E3, A2). */
export function meetsEntryAge(person: PersonView, row: number, asIntegreringsloven: boolean): boolean {
  const table = person.block.targetGroup;
  const birth = asDay(i32(person.block.persons.birthDate, person.personRow));
  if (!asIntegreringsloven) {
    const age = ageOn(birth, asDay(i32(table.enteredOn, row)));
    return age >= 16 && age < 67;
  }
  const permit = asDay(i32(table.permitGrantedOn, row));
  if (permit === NO_DAY) return false;
  const age = ageOn(birth, permit);
  return age >= 18 && age < 67;
}

export function isIntegreringsloven(table: TargetGroupColumns, row: number): boolean {
  return u8(table.law, row) === LAW.integreringsloven;
}

/** First day of the grant year on which the membership could count: the later of entered_on and 1 January. */
export function memberFrom(table: TargetGroupColumns, row: number, context: GrantYearContext): number {
  return Math.max(i32(table.enteredOn, row), context.firstDay);
}

/** Membership overlaps the grant year (E5, A3). */
export function overlapsYear(table: TargetGroupColumns, row: number, context: GrantYearContext): boolean {
  return i32(table.leftOn, row) > memberFrom(table, row, context);
}

/** Neither dead nor emigrated before the membership could count (E6, A3). */
export function isAliveAndHere(person: PersonView, from: number): boolean {
  const persons = person.block.persons;
  return i32(persons.deathDate, person.personRow) >= from && i32(persons.emigratedOn, person.personRow) >= from;
}

/** Below 67 on the last day of the year before (E7, A4). */
export function isUnder67AtYearStart(person: PersonView, context: GrantYearContext): boolean {
  const birth = asDay(i32(person.block.persons.birthDate, person.personRow));
  return ageOn(birth, asDay(context.firstDay - 1)) < 67;
}
