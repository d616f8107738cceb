import { findingsOf, HOME, MEMBER_2017, PERSON, PLAIN_PERSON } from './support';

const persons = [PLAIN_PERSON];
const target_group = [MEMBER_2017];

test('an ordinary person gives no finding', () => {
  expect([...findingsOf({ persons, target_group, residence: [HOME] }).keys()]).toEqual([]);
});

test('an overlap names its row and its days, and the kommune at D', () => {
  const residence = [
    `${PERSON},1103,registered,2017-03-01,2018-05-10,2017-03-02`,
    `${PERSON},0301,registered,2018-05-01,,2018-05-02`,
  ];
  const found = findingsOf({ persons, target_group, residence });
  expect([...found.keys()]).toEqual(['RESIDENCE_OVERLAP']);
  expect(found.get('RESIDENCE_OVERLAP')).toEqual([
    {
      severity: 'warning',
      code: 'RESIDENCE_OVERLAP',
      file: 'residence',
      line: 3,
      column: 'from_date',
      personId: Number(PERSON),
      kommune: '0301',
      params: { days: 10 },
    },
  ]);
});

test('rows that meet without sharing a day do not overlap, nor do rows before the years of the run', () => {
  const residence = [
    `${PERSON},1103,registered,2014-01-01,2016-06-30,2016-03-02`,
    `${PERSON},0301,registered,2015-01-01,2018-02-28,2016-03-02`,
    `${PERSON},1103,registered,2018-03-01,,2018-03-02`,
  ];
  expect([...findingsOf({ persons, target_group, residence }).keys()]).toEqual([]);
});

test('a row registered after D does not overlap', () => {
  const residence = [HOME, `${PERSON},0301,registered,2018-05-01,,2018-07-02`];
  expect([...findingsOf({ persons, target_group, residence }, 2018, '2018-06-30').keys()]).toEqual([]);
  expect([...findingsOf({ persons, target_group, residence }, 2018, '2018-07-02').keys()]).toEqual([
    'RESIDENCE_OVERLAP',
  ]);
});

test('overlaps of training kommune and upper secondary have codes of their own', () => {
  const found = findingsOf({
    persons,
    target_group,
    residence: [HOME],
    training_kommune: [`${PERSON},0301,2018-01-01,2018-03-31,`, `${PERSON},1201,2018-03-31,,2018-04-01`],
    upper_secondary: [`${PERSON},11,2018-01-01,2018-06-20,`, `${PERSON},11,2018-06-01,2018-06-20,`],
  });
  expect(found.get('TRAINING_KOMMUNE_OVERLAP')?.map((row) => row.params)).toEqual([{ days: 1 }]);
  expect(found.get('UPPER_SECONDARY_OVERLAP')?.map((row) => row.params)).toEqual([{ days: 20 }]);
});

test('a gap counts the days of the stay alone', () => {
  const residence = [
    `${PERSON},1103,registered,2017-03-01,2017-12-20,2017-03-02`,
    `${PERSON},0301,registered,2018-01-11,,2018-01-11`,
  ];
  const found = findingsOf({ persons, target_group, residence });
  expect(found.get('RESIDENCE_GAP')).toMatchObject([{ severity: 'info', line: 3, params: { days: 10 } }]);
  const outside = findingsOf({ persons, target_group: [], residence });
  expect(outside.has('RESIDENCE_GAP')).toBe(false);
});

test('a protected address never shows its kommune', () => {
  for (const level of ['confidential', 'strictly_confidential']) {
    const residence = [HOME, `${PERSON},0301,registered,2018-05-01,,2018-05-02`];
    const found = findingsOf({ persons: [`${PERSON},1990-05-17,SYR,,,${level},2016-02-01`], target_group, residence });
    const [overlap] = found.get('RESIDENCE_OVERLAP') ?? [];
    expect(overlap?.kommune).toBe('');
    expect(JSON.stringify(overlap)).not.toMatch(/1103|0301/);
  }
});

test('persons in a kommune whose number will be split are counted, at D and in the last year of the number alone', () => {
  const residence = [`${PERSON},1507,registered,2022-03-01,,2022-03-02`];
  const member = [`T1,${PERSON},integreringsloven,right_and_duty,2022-03-01,2022-03-01,,2022-03-05`];
  const found = findingsOf({ persons, target_group: member, residence }, 2023);
  expect(found.get('KOMMUNE_WILL_SPLIT')).toMatchObject([
    {
      severity: 'warning',
      kommune: '1507',
      personId: 0,
      params: { kommune: '1507', persons: 1, on: '2024-01-01', successors: '1508, 1580' },
    },
  ]);
  expect(findingsOf({ persons, target_group: member, residence }, 2024, '2024-03-31').has('KOMMUNE_WILL_SPLIT')).toBe(
    false,
  );
  expect(findingsOf({ persons, target_group: member, residence }, 2022).has('KOMMUNE_WILL_SPLIT')).toBe(false);
  const moved = [`${PERSON},1507,registered,2022-03-01,2023-11-30,2022-03-02`];
  expect(findingsOf({ persons, target_group: member, residence: moved }, 2023).has('KOMMUNE_WILL_SPLIT')).toBe(false);
});
