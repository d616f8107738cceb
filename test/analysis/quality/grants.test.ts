import { findingsOf, HOME, MEMBER_2017, PERSON, PLAIN_PERSON } from './support';

const persons = [PLAIN_PERSON];
const residence = [HOME];
const MEMBER_2018 = `T1,${PERSON},introduksjonsloven,right_and_duty,2018-03-01,2018-03-01,,2018-03-05`;
const GRANTED = `V1,${PERSON},1103,norwegian_and_social_studies,granted,2018-04-01,2018-04-02`;

describe('decisions', () => {
  test('who would trigger but for the decision is named; hours say that training is under way', () => {
    const missing = findingsOf({ persons, residence, target_group: [MEMBER_2018] });
    expect(missing.get('DECISION_MISSING')).toMatchObject([
      { severity: 'warning', file: 'target_group', line: 2, kommune: '1103', params: { component: 'persontilskudd' } },
    ]);
    const hours = [`H1,${PERSON},1103,2018-05,norwegian,12.5,2018-06-03`];
    const training = findingsOf({ persons, residence, target_group: [MEMBER_2018], hours });
    expect(training.get('HOURS_WITHOUT_DECISION')).toHaveLength(1);
    expect(training.has('DECISION_MISSING')).toBe(false);
    expect(training.get('PARTICIPANTS_WITHOUT_DECISION')).toMatchObject([{ params: { persons: 1, participants: 1 } }]);
  });

  test('no hours count that are zero, of another year or not yet registered at D', () => {
    const hours = [
      `H1,${PERSON},1103,2018-05,norwegian,0,2018-06-03`,
      `H2,${PERSON},1103,2017-05,norwegian,10,2018-06-03`,
      `H3,${PERSON},1103,2018-11,norwegian,10,2019-01-03`,
    ];
    expect(findingsOf({ persons, residence, target_group: [MEMBER_2018], hours }).has('DECISION_MISSING')).toBe(true);
  });

  test('a granted decision of the right kind ends it, a refused, withdrawn or other one does not', () => {
    const of = (...decisions: string[]) =>
      findingsOf({ persons, residence, target_group: [MEMBER_2018], decisions }).has('DECISION_MISSING');
    expect(of(GRANTED)).toBe(false);
    expect(of(GRANTED.replace('granted', 'refused'))).toBe(true);
    expect(of(GRANTED, GRANTED.replace('granted', 'withdrawn').replace('04-02', '06-02'))).toBe(true);
    expect(of(GRANTED.replace('norwegian_and_social_studies', 'norwegian_6a'))).toBe(true);
    expect(of(GRANTED, GRANTED.replace('granted', 'withdrawn').replace('2018-04-02', '2019-01-02'))).toBe(false);
  });

  test('entries before 2018 need none, and who fails for other reasons is not named', () => {
    expect([...findingsOf({ persons, residence, target_group: [MEMBER_2017] }).keys()]).toEqual([]);
    const tooOld = [`${PERSON},1940-05-17,SYR,,,,2016-02-01`];
    expect(findingsOf({ persons: tooOld, residence, target_group: [MEMBER_2018] }).has('DECISION_MISSING')).toBe(false);
  });
});

describe('short stays', () => {
  const left = (day: string) => MEMBER_2017.replace('2017-03-01,,', `2017-03-01,${day},`);

  test('29 days of the year for a full amount are told, 30 are not', () => {
    const short = findingsOf({ persons, residence, target_group: [left('2018-01-30')] });
    expect(short.get('SHORT_STAY_FULL_AMOUNT')).toMatchObject([
      { severity: 'info', line: 2, params: { year: 2018, days: 29, amountNok: 20_000 } },
    ]);
    expect([...findingsOf({ persons, residence, target_group: [left('2018-01-31')] }).keys()]).toEqual([]);
  });

  test('late entries are counted together', () => {
    const late = `T1,${PERSON},introduksjonsloven,right_and_duty,2018-12-01,2018-12-15,,2018-12-16`;
    const found = findingsOf({ persons, residence, target_group: [late], decisions: [GRANTED] });
    expect(found.get('LATE_ENTRY_FULL_AMOUNT')).toMatchObject([
      { personId: 0, params: { persons: 1, amountNok: 20_000 } },
    ]);
    expect(found.has('SHORT_STAY_FULL_AMOUNT')).toBe(false);
  });
});

test('persontilskudd and 37d in one year', () => {
  const target_group = [
    `T1,${PERSON},integreringsloven,right_norwegian_6a,2023-02-01,2023-02-01,2023-06-01,2023-02-05`,
    `T2,${PERSON},integreringsloven,right_and_duty,2023-06-01,2023-06-01,,2023-06-05`,
  ];
  const decisions = [
    `V1,${PERSON},1103,norwegian_6a,granted,2023-02-10,2023-02-10`,
    `V2,${PERSON},1103,norwegian_and_social_studies,granted,2023-06-10,2023-06-10`,
  ];
  const found = findingsOf({ persons, residence, target_group, decisions }, 2023);
  expect(found.get('PERSONTILSKUDD_AND_37D')).toMatchObject([{ severity: 'warning', line: 2, kommune: '1103' }]);
  const [collective = ''] = target_group;
  expect(findingsOf({ persons, residence, target_group: [collective], decisions }, 2023).size).toBe(0);
});

test('countries: not stated is told of each, stateless is counted', () => {
  const of = (country: string) =>
    findingsOf({ persons: [PLAIN_PERSON.replace('SYR', country)], residence, target_group: [MEMBER_2017] });
  expect(of('XXX').get('COUNTRY_NOT_STATED')).toMatchObject([
    { file: 'persons', line: 2, column: 'country_background' },
  ]);
  expect(of('XXA').get('COUNTRY_STATELESS')).toMatchObject([{ personId: 0, params: { persons: 1 } }]);
});
