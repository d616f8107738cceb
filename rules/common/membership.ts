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
import type { AgeRange } from '../parameters/limit-values';

/** Ages that E3 asks for: on entered_on under introduksjonsloven, on permit_granted_on otherwise. */
export interface EntryAges {
  readonly onEntry: AgeRange;
  readonly onPermit: AgeRange;
}

/** Completed years on a day; 0 before birth. */
export function completedYears(person: PersonView, day: number): number {
  const birth = asDay(i32(person.block.persons.birthDate, person.personRow));
  return Math.max(0, ageOn(birth, asDay(day)));
}

function isWithin({ from, to }: AgeRange, years: number): boolean {
  return from <= years && years <= to;
}

/** The age of E3 (A2); an empty permit date fails under any age. */
export function meetsEntryAge(
  person: PersonView,
  row: number,
  asIntegreringsloven: boolean,
  { onEntry, onPermit }: EntryAges,
): boolean {
  const table = person.block.targetGroup;
  if (!asIntegreringsloven) return isWithin(onEntry, completedYears(person, i32(table.enteredOn, row)));
  const permit = i32(table.permitGrantedOn, row);
  return permit !== NO_DAY && isWithin(onPermit, completedYears(person, permit));
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

/** The age on the last day of the year before (E7, A4). */
export function meetsYearStartAge(person: PersonView, context: GrantYearContext, ages: AgeRange): boolean {
  return isWithin(ages, completedYears(person, context.firstDay - 1));
}
