import fc from 'fast-check';
import {
  dayOf,
  FAR_FUTURE,
  FAR_PAST,
  type FactRow,
  NO_DAY,
  type PersonFacts,
  packCountry,
  parseRecipientCode,
} from '../../../src/domain';

const code = (text: string): number => parseRecipientCode(text) ?? 0;
/** Two of them were split: Tysfjord in 2020, Ålesund in 2024. */
const KOMMUNER = ['0301', '4601', '1507', '1850'].map(code);
const FYLKER = ['03', '15', '46'].map(code);
const seldom = (day: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant<number>(FAR_FUTURE) }, { weight: 1, arbitrary: day });
const numbered = (rows: readonly Record<string, number>[]): FactRow[] =>
  rows.map((row, place) => ({ ...row, line: place + 2 }));

/** Persons of whom much may be wrong, around a grant year. */
export function randomFactsAround(year: number): fc.Arbitrary<PersonFacts> {
  const between = (from: number, to: number): fc.Arbitrary<number> =>
    fc.integer({ min: dayOf(year + from, 1, 1), max: dayOf(year + to, 12, 31) });
  /** Often on or beside a day at which a rule turns. */
  const turning = (...days: readonly number[]): fc.Arbitrary<number> =>
    fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([day, step]) => day + step);
  const newYear = (years: number): number => dayOf(year + years, 1, 1);

  const enteredOn = fc.oneof(
    between(-3, 1),
    turning(dayOf(2018, 1, 1), dayOf(2021, 1, 1), newYear(-2), newYear(0), newYear(1)),
  );
  const registeredOn = fc.oneof(
    { weight: 12, arbitrary: fc.constant<number>(FAR_PAST) },
    { weight: 1, arbitrary: between(-1, 1) },
  );
  const personRow = fc.record<FactRow>({
    line: fc.constant(2),
    registeredOn,
    personId: fc.constant(200012345600),
    birthDate: fc.oneof(between(-53, -19), turning(newYear(-16), newYear(-18), newYear(-67) - 1)),
    country: fc.constantFrom('SYR', 'SYR', 'DEU', 'QQQ', 'XXA').map(packCountry),
    deathDate: seldom(between(-4, 1)),
    emigratedOn: seldom(between(-4, 1)),
    addressProtection: fc.constant(0),
  });
  const targetRow = fc
    .record({
      registeredOn,
      law: fc.constantFrom(0, 1),
      category: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
      enteredOn,
      permit: fc.constantFrom('same', 'same', 'empty', 'earlier'),
      stay: fc.constantFrom(0, 1, 200, 900),
      leaves: fc.constantFrom(false, false, false, true),
    })
    .map(({ permit, stay, leaves, ...row }) => ({
      ...row,
      permitGrantedOn: permit === 'empty' ? NO_DAY : row.enteredOn - (permit === 'earlier' ? 500 : 0),
      leftOn: leaves ? row.enteredOn + stay : FAR_FUTURE,
    }));
  const decisionRow = fc.record({
    registeredOn,
    decision: fc.constantFrom(0, 0, 1),
    kommune: fc.constantFrom(...KOMMUNER),
    kind: fc.constantFrom(0, 0, 1, 2),
    outcome: fc.constantFrom(0, 0, 1, 2),
    decidedOn: fc.oneof(between(-2, 1), turning(dayOf(2023, 7, 1), newYear(1))),
  });
  const placeRow = (codes: readonly number[]): fc.Arbitrary<Record<string, number>> =>
    fc
      .record({
        registeredOn,
        recipient: fc.constantFrom(...codes),
        kind: fc.constantFrom(0, 0, 1),
        fromDate: between(-11, 1),
        length: fc.constantFrom(0, 0, 100, 800),
      })
      .map(({ length, ...row }) => ({ ...row, toDate: length === 0 ? FAR_FUTURE : row.fromDate + length }));
  const seldomRow = (codes: readonly number[]): fc.Arbitrary<FactRow[]> =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<FactRow[]>([]) },
      { weight: 1, arbitrary: fc.array(placeRow(codes), { minLength: 1, maxLength: 1 }).map(numbered) },
    );
  return fc
    .record({
      persons: fc.array(personRow, { minLength: 1, maxLength: 1 }),
      targetGroup: fc.array(targetRow, { minLength: 0, maxLength: 2 }).map(numbered),
      decisions: fc.array(decisionRow, { maxLength: 2 }).map(numbered),
      residence: fc.array(placeRow(KOMMUNER), { maxLength: 2 }).map(numbered),
      trainingKommune: seldomRow(KOMMUNER),
      upperSecondary: seldomRow(FYLKER),
    })
    .map((rows) => ({ personId: 200012345600, rows }));
}

export const randomFacts: fc.Arbitrary<PersonFacts> = randomFactsAround(2023);
