import {
  type AgeRange,
  ageOn,
  asDay,
  type BoundCondition,
  type Condition,
  formatDay,
  i32,
  LAW,
  type LimitKey,
  NO_DAY,
  type PersonView,
  type Said,
  type TargetGroupColumns,
  type TriedRow,
  u8,
} from '../../src/domain';
import { limitsOf, type YearLimits } from '../parameters/limit-values';
import { NO_OWN_YEAR, type OwnYearCategories } from './category';
import { agesWording } from './wording';

/** Completed years on a day; 0 before birth. */
export function completedYears(person: PersonView, day: number): number {
  const birth = asDay(i32(person.block.persons.birthDate, person.personRow));
  return Math.max(0, ageOn(birth, asDay(day)));
}

export function isWithin({ from, to }: AgeRange, years: number): boolean {
  return from <= years && years <= to;
}

export function isIntegreringsloven(table: TargetGroupColumns, row: number): boolean {
  return u8(table.law, row) === LAW.integreringsloven;
}

/** Limits of the age of E3; without `onEntry` it is that on the permit whatever the law of the row. */
interface EntryAgeLimits {
  readonly onEntry?: LimitKey;
  readonly onPermit: LimitKey;
}

/** E3: the age on entered_on under introduksjonsloven (A2), on permit_granted_on otherwise; an empty permit fails. */
export function entryAge(
  paragraph: string,
  { onEntry, onPermit }: EntryAgeLimits,
  ownYear: OwnYearCategories = NO_OWN_YEAR,
): Condition {
  const agesOf = (limits: YearLimits) => ({
    entryAges: onEntry && limits.ages(onEntry),
    permitAges: limits.ages(onPermit),
  });
  return {
    id: 'E3',
    paragraph,
    cells: [
      ...(onEntry ? (['targetGroup.law', 'targetGroup.enteredOn'] as const) : []),
      'targetGroup.permitGrantedOn',
      'persons.birthDate',
    ],
    limits: onEntry ? [onEntry, onPermit] : [onPermit],
    turns(context) {
      const { entryAges, permitAges } = agesOf(limitsOf(context));
      return [
        ...(entryAges ? [{ on: 'targetGroup.enteredOn', ages: entryAges } as const] : []),
        { on: 'targetGroup.permitGrantedOn', ages: permitAges },
      ];
    },
    bind(context): BoundCondition {
      const limits = limitsOf(context);
      const { entryAges, permitAges } = agesOf(limits);
      const own = ownYear(limits);
      const byPermit = (table: TargetGroupColumns, row: number): boolean =>
        isIntegreringsloven(table, row) || ((own >> u8(table.category, row)) & 1) === 1;
      return {
        isMet(person, row) {
          const table = person.block.targetGroup;
          if (entryAges && !byPermit(table, row)) {
            return isWithin(entryAges, completedYears(person, i32(table.enteredOn, row)));
          }
          const permit = i32(table.permitGrantedOn, row);
          return permit !== NO_DAY && isWithin(permitAges, completedYears(person, permit));
        },
        emptyCell({ block: { targetGroup } }, row) {
          const isEmpty = i32(targetGroup.permitGrantedOn, row) === NO_DAY;
          return isEmpty && (!entryAges || byPermit(targetGroup, row)) ? 'targetGroup.permitGrantedOn' : undefined;
        },
        reason: { nb: 'alderen ved inntreden eller tillatelse (E3)', en: 'the age on entry or permit (E3)' },
        say: (tried) =>
          entryAges && !byPermit(tried.person.block.targetGroup, tried.row)
            ? { ...sayEntry(tried, entryAges), limits: onEntry ? [onEntry] : [] }
            : { ...sayPermit(tried, permitAges), limits: [onPermit] },
      };
    },
  };
}

function sayEntry({ person, row, met }: TriedRow, ages: AgeRange): Said {
  const { nb, en } = agesWording(ages);
  const enteredOn = asDay(i32(person.block.targetGroup.enteredOn, row));
  const must = met ? { nb: 'Kravet er', en: 'It must' } : UNDER_INTRODUKSJONSLOVEN;
  return {
    code: met ? 'AGE_ON_ENTRY_MET' : 'AGE_ON_ENTRY_FAILED',
    text: {
      nb: `Alderen ved inntreden {enteredDay} var {ageYears}. ${must.nb} ${nb}.`,
      en: `The age on entry, {enteredDay}, was {ageYears}. ${must.en} be ${en}.`,
    },
    params: { enteredDay: formatDay(enteredOn), ageYears: ageOfPerson(person, enteredOn) },
    cells: [
      { cell: 'targetGroup.enteredOn', row },
      { cell: 'persons.birthDate', row: person.personRow },
    ],
  };
}

function sayPermit({ person, row, met }: TriedRow, ages: AgeRange): Said {
  const permit = asDay(i32(person.block.targetGroup.permitGrantedOn, row));
  const cell = { cell: 'targetGroup.permitGrantedOn', row } as const;
  if (permit === NO_DAY) return { ...PERMIT_MISSING, params: {}, cells: [cell] };
  const { nb, en } = agesWording(ages);
  const must = met ? { nb: 'Kravet er', en: 'It must' } : UNDER_INTEGRERINGSLOVEN;
  return {
    code: met ? 'AGE_ON_PERMIT_MET' : 'AGE_ON_PERMIT_FAILED',
    text: {
      nb: `Alderen da oppholdstillatelsen ble gitt, {permitDay}, var {ageYears}. ${must.nb} ${nb}.`,
      en: `The age when the permit was granted, {permitDay}, was {ageYears}. ${must.en} be ${en}.`,
    },
    params: { permitDay: formatDay(permit), ageYears: ageOfPerson(person, permit) },
    cells: [cell, { cell: 'persons.birthDate', row: person.personRow }],
  };
}

/** The age as it is reported, which may lie before birth. */
export function ageOfPerson({ block, personRow }: PersonView, on: number): number {
  return ageOn(asDay(i32(block.persons.birthDate, personRow)), asDay(on));
}

const UNDER_INTRODUKSJONSLOVEN = { nb: 'Etter introduksjonsloven er kravet', en: 'Under introduksjonsloven it must' };
const UNDER_INTEGRERINGSLOVEN = { nb: 'Etter integreringsloven er kravet', en: 'Under integreringsloven it must' };
const PERMIT_MISSING = {
  code: 'PERMIT_MISSING',
  text: {
    nb: 'Datoen for oppholdstillatelsen mangler, så alderen kan ikke prøves.',
    en: 'The date of the permit is missing, so the age cannot be tested.',
  },
};
