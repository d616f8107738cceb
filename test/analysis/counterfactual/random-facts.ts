import fc from 'fast-check';
import type { FactRow, PersonFacts } from '../../../src/analysis/counterfactual/person-facts';
import { FAR_FUTURE, FAR_PAST, knownDay, NO_DAY, packCountry, parseRecipientCode } from '../../../src/domain';

const code = (text: string): number => parseRecipientCode(text) ?? 0;
const KOMMUNER = ['0301', '4601', '1507', '0602'].map(code);
const dayBetween = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: knownDay(from), max: knownDay(to) });
/** Often on or beside a day at which a rule turns. */
const turning = (...days: readonly string[]): fc.Arbitrary<number> =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([day, step]) => knownDay(day) + step);

const enteredOn = fc.oneof(
  dayBetween('2020-01-01', '2024-12-31'),
  turning('2018-01-01', '2020-12-31', '2021-01-01', '2023-01-01', '2023-12-31'),
);
const registeredOn = fc.oneof(
  { weight: 12, arbitrary: fc.constant<number>(FAR_PAST) },
  {
    weight: 1,
    arbitrary: dayBetween('2022-01-01', '2024-12-31'),
  },
);
const seldom = (day: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant<number>(FAR_FUTURE) }, { weight: 1, arbitrary: day });

const personRow = fc.record<FactRow>({
  line: fc.constant(2),
  registeredOn,
  personId: fc.constant(200012345600),
  birthDate: fc.oneof(dayBetween('1970-01-01', '2004-12-31'), turning('2007-01-01', '2005-01-01', '1956-12-31')),
  country: fc.constantFrom('SYR', 'SYR', 'DEU', 'QQQ', 'XXA').map(packCountry),
  deathDate: seldom(dayBetween('2019-01-01', '2024-12-31')),
  emigratedOn: seldom(dayBetween('2019-01-01', '2024-12-31')),
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
  decision: fc.constant(0),
  kommune: fc.constantFrom(...KOMMUNER),
  kind: fc.constantFrom(0, 0, 1, 2),
  outcome: fc.constantFrom(0, 0, 1, 2),
  decidedOn: fc.oneof(dayBetween('2021-01-01', '2024-12-31'), turning('2023-07-01', '2023-12-31')),
});

const placeRow = fc
  .record({
    registeredOn,
    recipient: fc.constantFrom(...KOMMUNER),
    kind: fc.constantFrom(0, 0, 1),
    fromDate: dayBetween('2012-01-01', '2024-12-31'),
    length: fc.constantFrom(0, 0, 100, 800),
  })
  .map(({ length, ...row }) => ({ ...row, toDate: length === 0 ? FAR_FUTURE : row.fromDate + length }));

const numbered = (rows: readonly Record<string, number>[]): FactRow[] =>
  rows.map((row, place) => ({ ...row, line: place + 2 }));

/** Persons of whom much may be wrong, around the grant year 2023. */
export const randomFacts: fc.Arbitrary<PersonFacts> = fc
  .record({
    persons: fc.array(personRow, { minLength: 1, maxLength: 1 }),
    targetGroup: fc.array(targetRow, { minLength: 0, maxLength: 2 }).map(numbered),
    decisions: fc
      .array(decisionRow, { maxLength: 2 })
      .map((rows) => numbered(rows.map((row, decision) => ({ ...row, decision })))),
    residence: fc.array(placeRow, { maxLength: 2 }).map(numbered),
    trainingKommune: fc.constant<FactRow[]>([]),
    upperSecondary: fc.constant<FactRow[]>([]),
  })
  .map((rows) => ({ personId: 200012345600, rows }));
