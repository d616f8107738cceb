import { blockersOf, type PayabilityInput } from '../../src/cli/run/payability';
import type { ParameterStatus, Rate } from '../../src/domain';

function rate(status: ParameterStatus, grantYear = 2018): Rate {
  return {
    key: 'grunntilskudd',
    grantYear,
    rateClass: 'low',
    valueNok: 1,
    status,
    source: 's',
    note: '',
    file: 'f',
    line: 2,
  };
}

function input(statuses: readonly ParameterStatus[], changes: Partial<PayabilityInput> = {}): PayabilityInput {
  const rates = statuses.map((status, index) => rate(status, 2018 + index));
  const assumption = {
    id: 'A10',
    value: 'days',
    alternatives: ['days'],
    status: 'assumed',
    source: '',
    note: '',
  } as const;
  return {
    result: { ratesUsed: rates.map((_, index) => index), assumptionsUsed: [], openingArrears: [] },
    rates: { rates, find: () => 0 },
    assumptions: { assumptions: [assumption], value: () => 'days' },
    rejectedRows: 0,
    sharedNationalIds: 0,
    accepted: [],
    rehearsal: false,
    ...changes,
  };
}

test('verified figures are payable', () => {
  expect(blockersOf(input(['verified']))).toEqual([]);
});

test.each(['proposal', 'secondary', 'derived', 'scenario', 'illustrative'] as const)(
  'a figure with status %s is never payable, whatever is accepted',
  (status) => {
    const accepted = ['all-assumed', 'grunntilskudd/2018/low'];
    expect(blockersOf(input([status], { accepted }))).toEqual([
      { code: 'STATUS_NOT_PAYABLE', name: 'grunntilskudd/2018/low', status },
    ]);
  },
);

test('an assumed cell is payable once it is accepted by name or with all-assumed', () => {
  const blocker = { code: 'NEEDS_ACCEPTANCE', name: 'grunntilskudd/2018/low', status: 'assumed' };
  expect(blockersOf(input(['assumed']))).toEqual([blocker]);
  expect(blockersOf(input(['assumed'], { accepted: ['grunntilskudd/2019/low'] }))).toEqual([blocker]);
  expect(blockersOf(input(['assumed'], { accepted: ['grunntilskudd/2018/low'] }))).toEqual([]);
  expect(blockersOf(input(['assumed'], { accepted: ['all-assumed'] }))).toEqual([]);
});

test('assumptions count only where they decided something', () => {
  const used = { ratesUsed: [], assumptionsUsed: ['A10'], openingArrears: [] };
  expect(blockersOf(input([], { result: used }))).toEqual([
    { code: 'NEEDS_ACCEPTANCE', name: 'A10', status: 'assumed' },
  ]);
  expect(blockersOf(input([], { result: used, accepted: ['A10'] }))).toEqual([]);
});

test('two persons with one national id need their own name', () => {
  const shared = input([], { sharedNationalIds: 2, accepted: ['all-assumed'] });
  expect(blockersOf(shared)).toEqual([{ code: 'NEEDS_ACCEPTANCE', name: 'shared-national-ids', status: '' }]);
  expect(blockersOf({ ...shared, accepted: ['shared-national-ids'] })).toEqual([]);
});

test('rejected rows and opening arrears need their own names; all-assumed does not cover them', () => {
  const result = {
    ratesUsed: [],
    assumptionsUsed: [],
    openingArrears: [{ grantYear: 2017, component: 'persontilskudd', postings: 1, sumNok: 5 }] as const,
  };
  const all = input([], { result, rejectedRows: 3, accepted: ['all-assumed'] });
  expect(blockersOf(all).map((blocker) => blocker.name)).toEqual(['rejected-rows', 'opening-arrears']);
  expect(blockersOf({ ...all, accepted: ['rejected-rows', 'opening-arrears'] })).toEqual([]);
});

test('in a rehearsal nothing needs accepting', () => {
  expect(blockersOf(input(['proposal', 'assumed'], { rejectedRows: 1, rehearsal: true }))).toEqual([]);
});
