import type { PostedBefore, TermFacts } from '../../../src/app/run/term-facts';
import { type WantedInput, wantedByTerm, wantedOf } from '../../../src/app/run/wanted-of-run';
import { knownDay, type Rate } from '../../../src/domain';
import { shippedRules } from '../../support/shipped';

const counts = { persons: 1000, hoursRows: 10_000 };
const facts: TermFacts = {
  grantYear: 2018,
  term: 2,
  cutOff: knownDay('2018-06-30'),
  takenAt: knownDay('2018-06-30'),
  extract: counts,
  before: { grantYear: 2018, term: 1, extract: counts, paidInYearNok: 600 },
  settings: { fewerPersonsPercent: 2, appropriationNok: undefined },
  limits: shippedRules().limits,
};
const posted: PostedBefore = { grantYear: 2018, term: 1, extract: counts, paidInYearNok: 600 };
const before = (changes: Partial<PostedBefore>): Partial<TermFacts> => ({ before: { ...posted, ...changes } });
const wanted = (changes: Partial<TermFacts>, paidNok = 400): string[] =>
  wantedByTerm({ ...facts, ...changes }, paidNok).map(({ name, figures }) => `${name} ${JSON.stringify(figures)}`);
const names = (changes: Partial<TermFacts>, paidNok = 400): string[] =>
  wantedByTerm({ ...facts, ...changes }, paidNok).map(({ name }) => name);

test('the next term on a fresh, whole extract wants nothing', () => {
  expect(wanted({})).toEqual([]);
});

test.each([
  [{ persons: 980, hoursRows: 9800 }, []],
  [{ persons: 979, hoursRows: 10_000 }, ['fewer-persons']],
  [{ persons: 1000, hoursRows: 9799 }, ['fewer-persons']],
  [{ persons: 2000, hoursRows: 0 }, ['fewer-persons']],
  [{ persons: 2000, hoursRows: 20_000 }, []],
])('an extract of %j beside 1000 persons and 10000 hours rows', (extract, expected) => {
  expect(names({ extract })).toEqual(expected);
});

test('the limit is a setting, with decimals', () => {
  const settings = (fewerPersonsPercent: number) => ({ fewerPersonsPercent, appropriationNok: undefined });
  const extract = { persons: 974, hoursRows: 10_000 };
  expect(names({ extract, settings: settings(2.6) })).toEqual([]);
  expect(names({ extract, settings: settings(2.5) })).toEqual(['fewer-persons']);
  expect(names({ extract: { persons: 999, hoursRows: 10_000 }, settings: settings(0) })).toEqual(['fewer-persons']);
  expect(names({ extract: { persons: 0, hoursRows: 0 }, settings: settings(100) })).toEqual([]);
});

test('an extract posted last whose counts are gone cannot be compared, and that wants a decision', () => {
  expect(wanted(before({ extract: null }))).toEqual([
    'fewer-persons {"persons":1000,"hours_rows":10000,"persons_before":"?","hours_rows_before":"?","limit_percent":"2"}',
  ]);
  expect(wanted(before({ grantYear: 0, term: 0, extract: undefined }))).toEqual([]);
});

test.each([
  [{ grantYear: 2018, term: 2 }, 2018, 2, ''],
  [{ grantYear: 2017, term: 4 }, 2018, 1, ''],
  [{ grantYear: 2018, term: 1 }, 2018, 3, '2018 T2'],
  [{ grantYear: 2017, term: 3 }, 2018, 2, '2017 T4, 2018 T1'],
  [{ grantYear: 2004, term: 3 }, 2016, 2, '2004 T4, 2016 T1'],
  [{ grantYear: 0, term: 0 }, 2018, 4, ''],
])('after %j comes %i T%i: left out are "%s"', (last, grantYear, term, terms) => {
  const [told] = wantedByTerm({ ...facts, ...before(last), grantYear, term, takenAt: undefined }, 0);
  expect(told?.figures.terms ?? '').toBe(terms);
});

test.each([
  ['2018-05-30', []],
  ['2018-05-29', ['stale-extract {"taken_at":"2018-05-29","cut_off":"2018-06-30","days":32}']],
  ['2018-12-31', []],
])('an extract taken on %s for the cut-off 30 June', (takenAt, expected) => {
  expect(wanted({ takenAt: knownDay(takenAt) })).toEqual(expected);
});

test('an extract of an unknown day is told by a finding, not here', () => {
  expect(wanted({ takenAt: undefined })).toEqual([]);
});

test('the first run of a ledger into which nothing was taken over is a first term', () => {
  expect(wanted({ before: undefined })).toEqual(['first-run {"grant_year":2018,"term":2}']);
  expect(wanted({ before: undefined, term: 1, cutOff: knownDay('2018-03-31') })).toEqual([]);
});

test.each([
  [1000, []],
  [
    999,
    [
      'above-appropriation {"grant_year":2018,"appropriation_nok":999,"paid_before_nok":600,"paid_nok":400,"above_nok":1}',
    ],
  ],
])('600 kroner posted and 400 to pay against an appropriation of %i', (appropriationNok, expected) => {
  expect(wanted({ settings: { fewerPersonsPercent: 2, appropriationNok } })).toEqual(expected);
});

test('what rests on rows and figures is wanted by name, what is verified is not', () => {
  const rate: Rate = {
    key: 'grunntilskudd',
    grantYear: 2018,
    rateClass: 'low',
    valueNok: 5,
    status: 'assumed',
    source: 's',
    note: '',
    file: 'f',
    line: 2,
  };
  const assumption = { id: 'A10', value: 'days', alternatives: ['days'], source: '', note: '' };
  const held = {
    grantYear: 2018,
    component: 'persontilskudd',
    annualAmountNok: 0,
    reason: 'missing_from_extract',
  } as const;
  const input: WantedInput = {
    ...facts,
    result: {
      ratesUsed: [0, 1],
      assumptionsUsed: ['A10'],
      openingArrears: [{ grantYear: 2017, component: 'persontilskudd', postings: 2, sumNok: 50 }],
      held: [
        { ...held, personId: 1, heldAmountNok: -30 },
        { ...held, personId: 1, heldAmountNok: -20, grantYear: 2017 },
        { ...held, personId: 2, heldAmountNok: 0 },
        { ...held, personId: 3, heldAmountNok: -9, reason: 'rejected_row' },
      ],
      payouts: [],
    },
    rates: { rates: [rate, { ...rate, status: 'verified', rateClass: 'high' }], find: () => 0 },
    assumptions: {
      assumptions: [
        { ...assumption, status: 'assumed' },
        { ...assumption, id: 'A11', status: 'assumed' },
      ],
      value: () => 'days',
    },
    rejectedRows: 4,
    sharedNationalIds: 2,
  };
  expect(wantedOf(input)).toEqual([
    { name: 'grunntilskudd/2018/low', status: 'assumed', figures: { value_nok: 5 } },
    { name: 'A10', status: 'assumed', figures: { value: 'days' } },
    { name: 'rejected-rows', status: '', figures: { rows: 4 } },
    { name: 'shared-national-ids', status: '', figures: { rows: 2 } },
    { name: 'opening-arrears', status: '', figures: { postings: 2, sum_nok: 50 } },
    { name: 'missing-persons', status: '', figures: { persons: 2, withheld_nok: 50 } },
  ]);
});
