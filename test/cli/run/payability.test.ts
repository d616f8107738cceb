import { acceptanceOf } from '../../../src/app/run/acceptance';
import { type Blocker, blockersOf, fact, type Wanted } from '../../../src/app/run/wanted';
import type { ParameterStatus } from '../../../src/domain';

const CELL = 'grunntilskudd/2018/low';
const cell = (status: ParameterStatus): Wanted => ({ name: CELL, status, figures: { value_nok: 1 } });
const A10: Wanted = { name: 'A10', status: 'assumed', figures: { value: 'days' } };
const facts = [
  'above-appropriation',
  'fewer-persons',
  'first-run',
  'missing-persons',
  'opening-arrears',
  'rejected-rows',
  'shared-national-ids',
  'skipped-term',
  'stale-extract',
].map((name) => fact(name, { persons: 3 }));

const real = { rehearsal: false, wantsReferences: true };
const blockers = (wanted: readonly Wanted[], ...accepted: readonly string[]): string[] =>
  told(blockersOf(wanted, accepted.map(acceptanceOf), real));
const told = (list: readonly Blocker[]): string[] => list.map(({ code, name }) => `${code} ${name}`);

test.each(['proposal', 'secondary', 'derived', 'scenario', 'illustrative'] as const)(
  'a figure with status %s is never payable, whatever is accepted',
  (status) => {
    expect(blockers([cell(status)], `${CELL}=memo`, 'all-assumed')).toEqual([`STATUS_NOT_PAYABLE ${CELL}`]);
  },
);

test.each([
  [[], [`NEEDS_ACCEPTANCE ${CELL}`, 'NEEDS_ACCEPTANCE A10']],
  [['A10=memo'], [`NEEDS_ACCEPTANCE ${CELL}`]],
  [['A10', `${CELL}=memo`], ['NEEDS_REFERENCE A10']],
  [['all-assumed'], [`NEEDS_ACCEPTANCE ${CELL}`, 'NEEDS_ACCEPTANCE A10']],
  [['grunntilskudd/2019/low=memo', 'A10=memo'], [`NEEDS_ACCEPTANCE ${CELL}`]],
  [['A10=memo', `${CELL}=memo`], []],
])('an assumption and an assumed cell are accepted by name with a reference: %j', (accepted, expected) => {
  expect(blockers([cell('assumed'), A10], ...accepted)).toEqual(expected);
});

test.each(facts)('$name is accepted by its own name alone, with or without a reference', (wanted) => {
  const { name } = wanted;
  expect(blockersOf([wanted], [], real)).toEqual([{ code: 'NEEDS_ACCEPTANCE', ...wanted }]);
  expect(blockers([wanted], ...facts.map((other) => other.name).filter((other) => other !== name))).toEqual([
    `NEEDS_ACCEPTANCE ${name}`,
  ]);
  expect(blockers([wanted], name)).toEqual([]);
  expect(blockers([wanted], `${name}=memo`)).toEqual([]);
});

test('runs of format 1 were accepted without references, and all assumptions at once', () => {
  const before = { rehearsal: false, wantsReferences: false };
  expect(blockersOf([cell('assumed'), A10], [acceptanceOf('A10'), acceptanceOf(CELL)], before)).toEqual([]);
  expect(blockersOf([cell('assumed'), A10], [acceptanceOf('all-assumed')], before)).toEqual([]);
  expect(told(blockersOf(facts, [acceptanceOf('all-assumed')], before))).toEqual(
    ['opening-arrears', 'rejected-rows', 'shared-national-ids'].map((name) => `NEEDS_ACCEPTANCE ${name}`),
  );
});

test('in a rehearsal nothing needs accepting', () => {
  expect(blockersOf([cell('proposal'), A10, ...facts], [], { rehearsal: true, wantsReferences: true })).toEqual([]);
});
