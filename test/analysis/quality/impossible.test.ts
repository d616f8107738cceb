import { RowsAfterTaking } from '../../../src/analysis/quality/rows-after-taking';
import { knownDay } from '../../../src/domain';
import { testRules } from '../support/registers';
import { checkedRun, findingsOf, HOME, MEMBER_2017, PERSON, registerOf } from './support';

/* Facts that cannot be (rulebook 9): each told where it stands, and no amount changed by it. */
const CODES = [
  'BORN_AFTER_AS_OF',
  'BORN_LONG_AGO',
  'BORN_AFTER_ENTRY',
  'DEAD_BEFORE_BIRTH',
  'DEAD_BEFORE_ENTRY',
  'EMIGRATED_BEFORE_BIRTH',
  'PERMIT_BEFORE_BIRTH',
  'DECISION_BEFORE_BIRTH',
  'HOURS_BEFORE_BIRTH',
];

const decision = (day: string): string => `V1,${PERSON},1103,norwegian_and_social_studies,granted,${day},2017-03-05`;
const hours = (month: string): string => `H1,${PERSON},1103,${month},norwegian,12,2018-01-05`;
const person = (born: string, died = '', emigrated = '', protection = ''): string =>
  `${PERSON},${born},SYR,${died},${emigrated},${protection},2016-02-01`;

test.each([
  ['nothing', person('1990-05-17'), {}, []],
  ['born on the day of entry', person('2017-03-01'), {}, []],
  [
    'born the day after',
    person('2017-03-02'),
    {},
    ['BORN_AFTER_ENTRY persons:2 birth_date', 'PERMIT_BEFORE_BIRTH target_group:2 permit_granted_on'],
  ],
  [
    'born after D',
    person('2019-01-01'),
    {},
    [
      'BORN_AFTER_AS_OF persons:2 birth_date',
      'BORN_AFTER_ENTRY persons:2 birth_date',
      'PERMIT_BEFORE_BIRTH target_group:2 permit_granted_on',
    ],
  ],
  ['120 years old', person('1898-12-31'), {}, []],
  ['older than that', person('1898-12-30'), {}, ['BORN_LONG_AGO persons:2 birth_date']],
  ['dead on the day of birth', person('1990-05-17', '1990-05-17'), {}, ['DEAD_BEFORE_ENTRY persons:2 death_date']],
  ['dead before it', person('1990-05-17', '1990-05-16'), {}, ['DEAD_BEFORE_BIRTH persons:2 death_date']],
  ['dead on the day of entry', person('1990-05-17', '2017-03-01'), {}, []],
  ['dead before it', person('1990-05-17', '2017-02-28'), {}, ['DEAD_BEFORE_ENTRY persons:2 death_date']],
  [
    'emigrated before birth',
    person('1990-05-17', '', '1990-05-16'),
    {},
    ['EMIGRATED_BEFORE_BIRTH persons:2 emigrated_on'],
  ],
  ['a decision on the day of birth', person('1990-05-17'), { decisions: [decision('1990-05-17')] }, []],
  [
    'a decision before it',
    person('1990-05-17'),
    { decisions: [decision('1990-05-16')] },
    ['DECISION_BEFORE_BIRTH decisions:2 decided_on'],
  ],
  ['hours in the month of birth', person('1990-05-17'), { hours: [hours('1990-05')] }, []],
  ['hours before it', person('1990-05-17'), { hours: [hours('1990-04')] }, ['HOURS_BEFORE_BIRTH hours:2 month']],
  [
    'a decision that is not there yet',
    person('1990-05-17'),
    { decisions: [decision('1990-05-16').replace('2017-03-05', '2019-01-01')] },
    [],
  ],
])('%s', (_, row, more, expected) => {
  const tables = { persons: [row], residence: [HOME], target_group: [MEMBER_2017], ...more };
  const found = findingsOf(tables);
  const told = CODES.flatMap((code) => found.get(code) ?? []);
  expect(told.map(({ code, file, line, column }) => `${code} ${file}:${line} ${column}`).sort()).toEqual(
    [...expected].sort(),
  );
  for (const { severity, kommune } of told) expect([severity, kommune]).toEqual(['error', '1103']);
});

test('of a protected person no kommune is told', () => {
  const tables = {
    persons: [person('1990-05-17', '1990-01-01', '', 'confidential')],
    residence: [HOME],
    target_group: [MEMBER_2017],
  };
  expect(findingsOf(tables).get('DEAD_BEFORE_BIRTH')).toMatchObject([{ kommune: '' }]);
});

test('no amount hangs on it', () => {
  const tables = (born: string) => ({ persons: [person(born)], residence: [HOME], target_group: [MEMBER_2017] });
  const amounts = (born: string) =>
    [...checkedRun(tables(born), 2018, '2018-12-31').result.lines].map(({ amountNok }) => amountNok);
  // Entered at 26 as the rules count, whether or not a permit of 1990 can be.
  expect(amounts('1991-01-01')).toEqual(amounts('1990-05-17'));
  expect(amounts('1990-05-17').length).toBeGreaterThan(0);
});

describe('registered after the day of the extract', () => {
  const taken = knownDay('2018-12-31');
  const rules = testRules([]);

  function told(tables: Parameters<typeof registerOf>[0]): string[] {
    const register = registerOf(tables, rules);
    const check = new RowsAfterTaking(taken, taken);
    const watched = check.watching(register);
    for (const _ of watched.blocks());
    for (const _ of watched.blocks()); // A second reading tells nothing twice.
    return check
      .finish(register)
      .map(
        ({ severity, code, file, line, kommune, params }) =>
          `${severity} ${code} ${file}:${line} ${kommune} ${params.rows}`,
      );
  }

  test('rows of every table, one finding for each person and file, also of persons who do not exist at D', () => {
    const late = '209800000201';
    const tables = {
      persons: [person('1990-05-17'), `${late},1990-01-01,SYR,,,,2019-01-01`],
      target_group: [MEMBER_2017.replace('2017-03-05', '2019-02-01')],
      residence: [HOME, `${late},0301,registered,2017-03-01,,2019-01-01`],
      decisions: [decision('2017-03-05').replace('2017-03-05,2017-03-05', '2017-03-05,2019-01-05')],
      hours: [hours('2018-01'), 'H2', 'H3'].map((row, index) =>
        index === 0 ? row : `${row},${PERSON},1103,2018-0${index + 4},norwegian,1,2019-01-0${index}`,
      ),
    };
    expect(told(tables)).toEqual(
      [
        'error REGISTERED_AFTER_EXTRACT target_group:2 1103 1',
        'error REGISTERED_AFTER_EXTRACT decisions:2 1103 1',
        'error REGISTERED_AFTER_EXTRACT hours:3 1103 2',
        'error REGISTERED_AFTER_EXTRACT persons:3 0301 1',
        'error REGISTERED_AFTER_EXTRACT residence:3 0301 1',
      ].sort((a, b) => tables_order(a) - tables_order(b)),
    );
  });

  test('on the day itself is not after it', () => {
    expect(told({ persons: [person('1990-05-17').replace('2016-02-01', '2018-12-31')] })).toEqual([]);
  });

  test('where the day is not known there is nothing to say', () => {
    const register = registerOf({ persons: [person('1990-05-17')] }, rules);
    const check = new RowsAfterTaking(null, taken);
    for (const block of register.blocks()) check.observe(block);
    expect(check.finish(register)).toEqual([]);
  });
});

const ORDER = ['persons', 'target_group', 'decisions', 'residence', 'hours'];
function tables_order(text: string): number {
  return ORDER.findIndex((name) => text.includes(` ${name}:`));
}
