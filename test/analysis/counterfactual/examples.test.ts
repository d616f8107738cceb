import type { ChangeSet } from '../../../src/analysis/counterfactual/find-changes';
import { findChanges } from '../../../src/analysis/counterfactual/find-changes';
import { nearestLimit } from '../../../src/analysis/counterfactual/nearest-limit';
import {
  asDay,
  type Component,
  FAR_FUTURE,
  FAR_PAST,
  type FactRow,
  formatDay,
  knownDay,
  type PersonFacts,
  packCountry,
  parseRecipientCode,
} from '../../../src/domain';
import { trialOf } from './support';

const person: FactRow = {
  line: 2,
  registeredOn: FAR_PAST,
  personId: 200012345600,
  birthDate: knownDay('1990-05-17'),
  country: packCountry('SYR'),
  deathDate: FAR_FUTURE,
  emigratedOn: FAR_FUTURE,
  addressProtection: 0,
};
const target: FactRow = {
  line: 5,
  registeredOn: FAR_PAST,
  law: 1,
  category: 0,
  enteredOn: knownDay('2022-03-01'),
  permitGrantedOn: knownDay('2022-02-01'),
  leftOn: FAR_FUTURE,
};
const granted: FactRow = {
  line: 7,
  registeredOn: FAR_PAST,
  decision: 0,
  kommune: parseRecipientCode('4601') ?? 0,
  kind: 0,
  outcome: 0,
  decidedOn: knownDay('2022-05-01'),
};
const home: FactRow = {
  line: 9,
  registeredOn: FAR_PAST,
  recipient: parseRecipientCode('4601') ?? 0,
  kind: 0,
  fromDate: knownDay('2022-01-01'),
  toDate: FAR_FUTURE,
};

function factsWith(
  changed: Partial<Record<'persons' | 'targetGroup' | 'decisions' | 'residence', FactRow[]>>,
): PersonFacts {
  return {
    personId: 200012345600,
    rows: {
      persons: [person],
      targetGroup: [target],
      decisions: [granted],
      residence: [home],
      trainingKommune: [],
      upperSecondary: [],
      ...changed,
    },
  };
}

function told(component: Component, facts: PersonFacts): string[][] {
  return findChanges(trialOf(component), facts).map(textOf);
}

const text = (column: string, value: number): string =>
  /On$|Date$/.test(column) ? formatDay(asDay(value)) || 'none' : String(value);
const textOf = ({ changes }: ChangeSet): string[] =>
  changes.map((change) =>
    change.kind === 'added'
      ? `add ${change.table} ${change.row.kind ?? ''}`.trim()
      : `${change.column} ${text(change.column, change.to)}`,
  );

describe('the smallest changes', () => {
  test('of a person who gives already are none', () => {
    expect(told('persontilskudd', factsWith({}))).toEqual([]);
  });

  test('of a person without a decision are a granted one', () => {
    const entered = { ...target, enteredOn: knownDay('2021-01-04') };
    expect(told('persontilskudd', factsWith({ decisions: [], targetGroup: [entered] }))).toEqual([['add decisions 0']]);
  });

  test('a decision refused may be granted or another one come', () => {
    expect(told('persontilskudd', factsWith({ decisions: [{ ...granted, outcome: 1 }] }))).toEqual([
      ['outcome 0'],
      ['add decisions 0'],
    ]);
  });

  test('a day too young when the permit was granted: the day of birth or of the permit a day off, or the older law', () => {
    const young = { ...person, birthDate: knownDay('2004-02-02') };
    expect(told('persontilskudd', factsWith({ persons: [young] }))).toEqual([
      ['permitGrantedOn 2022-02-02'],
      ['birthDate 2004-02-01'],
      ['law 0'],
      ['add targetGroup'],
    ]);
    expect(nearestLimit(trialOf('persontilskudd'), factsWith({ persons: [young] }))).toEqual({
      line: 5,
      condition: 2,
      date: {
        table: 'targetGroup',
        line: 5,
        column: 'permitGrantedOn',
        value: knownDay('2022-02-01'),
        limit: knownDay('2022-02-02'),
        days: 1,
      },
    });
  });

  test('dead and emigrated before the year: no single value is enough, both dates are named', () => {
    const gone = { ...person, deathDate: knownDay('2022-12-31'), emigratedOn: knownDay('2022-12-30') };
    expect(told('persontilskudd', factsWith({ persons: [gone] }))[0]).toEqual([
      'deathDate 2023-01-01',
      'emigratedOn 2023-01-01',
    ]);
  });

  test('a row registered a day after D', () => {
    const late = { ...target, registeredOn: knownDay('2024-01-01') };
    expect(told('persontilskudd', factsWith({ targetGroup: [late] }))[0]).toEqual(['registeredOn 2023-12-31']);
  });

  test('a country outside the region table', () => {
    const elsewhere = { ...person, country: packCountry('QQQ') };
    expect(told('persontilskudd', factsWith({ persons: [elsewhere] }))).toEqual([[`country ${packCountry('XXX')}`]]);
  });

  test('no residence in the year: a row that ended too early, or a new one', () => {
    const ended = { ...home, toDate: knownDay('2022-12-20') };
    expect(told('persontilskudd', factsWith({ residence: [ended] }))).toEqual([
      ['toDate 2023-01-01'],
      ['add residence 0'],
    ]);
  });

  test('a refusal that came later: granted, or a new one, or registered in the other order, or not yet known', () => {
    const first = { ...granted, registeredOn: knownDay('2022-05-02') };
    const later = { ...granted, line: 8, outcome: 1, registeredOn: knownDay('2022-05-10') };
    expect(told('persontilskudd', factsWith({ decisions: [first, later] }))).toEqual([
      ['registeredOn 2022-05-11'],
      ['registeredOn 2022-05-01'],
      ['outcome 0'],
      ['add decisions 0'],
      ['registeredOn 2024-01-01'],
    ]);
  });

  test('right and duty of too long ago: no new row helps, the first one must not count', () => {
    const old = { ...target, enteredOn: knownDay('2012-01-10'), registeredOn: knownDay('2012-01-11') };
    expect(told('persontilskudd', factsWith({ targetGroup: [old] }))[0]).toEqual(['enteredOn 2021-01-01']);
    const both = factsWith({ targetGroup: [old, { ...target, line: 6 }] });
    expect(told('persontilskudd', both)).toEqual([
      ['category 2'],
      ['enteredOn 2021-01-01'],
      ['registeredOn 2024-01-01'],
    ]);
  });

  test('an asylum seeker of another year could come in anew as one with right and duty', () => {
    const old = { ...target, category: 4, enteredOn: knownDay('2012-01-10') };
    expect(told('persontilskudd', factsWith({ targetGroup: [old] }))[0]).toEqual(['add targetGroup']);
  });

  test('43 g decided the day before it came into force', () => {
    const early = { ...granted, kind: 2, decidedOn: knownDay('2023-06-30') };
    expect(told('utvidet43g', factsWith({ decisions: [early] }))).toEqual([
      ['decidedOn 2023-07-01'],
      ['add decisions 2'],
    ]);
  });

  test('an asylum seeker who entered before the year, once for all: three values', () => {
    const old = { ...target, category: 4, enteredOn: knownDay('2012-11-27'), leftOn: knownDay('2014-09-13') };
    expect(told('asylnorsk', factsWith({ targetGroup: [old] }))[0]).toEqual([
      'add targetGroup',
      'category 0',
      'kind 1',
    ]);
  });
});

test('no way to have been paid names a permit after the as-of date', () => {
  const child: FactRow = { ...person, birthDate: knownDay('2003-01-23') };
  const entered: FactRow = {
    ...target,
    law: 0,
    enteredOn: knownDay('2018-06-01'),
    permitGrantedOn: knownDay('2018-05-18'),
  };
  const here: FactRow = { ...home, fromDate: knownDay('2018-01-01') };
  const decided: FactRow = { ...granted, decidedOn: knownDay('2018-06-22') };
  const facts = factsWith({ persons: [child], targetGroup: [entered], residence: [here], decisions: [decided] });
  const ways = findChanges(trialOf('persontilskudd', 2018), facts);
  expect(ways.map(textOf)).toEqual([['birthDate 2002-06-01']]);
});
