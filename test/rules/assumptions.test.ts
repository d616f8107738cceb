import { buildAssumptionTable, buildLimitTable, type RuleSet, withAssumption } from '../../rules';
import { knownDay, NO_TRACE, type RegisterSource } from '../../src/domain';
import { calculate } from '../../src/engine';
import { shippedRules } from '../support/shipped';

const rules = shippedRules();
const ids = Array.from({ length: 19 }, (_, index) => `A${index + 1}`);

const NO_REGISTER: RegisterSource = {
  personCount: 0,
  blocks: () => [],
  costBase: {
    line: new Uint32Array(),
    kommune: new Int32Array(),
    year: new Int32Array(),
    costNok: new Float64Array(),
  },
  fileNames: {},
  identities: new Map(),
  rejectedWithoutRow: new Set(),
  teachingHours: {
    kommune: new Int32Array(),
    month: new Int32Array(),
    hoursHundredths: new Float64Array(),
    registeredOn: new Int32Array(),
    line: new Uint32Array(),
  },
};

/** Years that between them have every module and calendar. */
const YEARS = [2004, 2017, 2018, 2021, 2023, 2024];

function codesOfRuns(ruleSet: RuleSet): string[] {
  return YEARS.map((grantYear) => {
    try {
      calculate({
        request: { grantYear, term: 4, asOf: knownDay(`${grantYear}-12-31`), excluded: [] },
        register: NO_REGISTER,
        posted: { entries: () => [], balances: [], coverage: [], openingCoverage: [] },
        rules: ruleSet,
        trace: NO_TRACE,
      });
      return 'calculated';
    } catch (cause) {
      return cause instanceof Error ? cause.message : 'unknown';
    }
  });
}

test('the rulebook has nineteen assumptions, every one a parameter', () => {
  expect(rules.assumptions.assumptions.map(({ id }) => id)).toEqual(ids);
  expect(codesOfRuns(rules)).toEqual(YEARS.map(() => 'calculated'));
});

test.each(ids)('%s is read: a value that no code knows stops a run that rests on it', (id) => {
  const changed = rules.assumptions.assumptions.map((assumption) =>
    assumption.id === id ? { ...assumption, value: 'unheard_of', alternatives: ['unheard_of'] } : assumption,
  );
  // The values of some stand in the limits.
  const limits = rules.limits.limits.map((limit) =>
    limit.assumption === id ? { ...limit, value: 'unheard_of' } : limit,
  );
  const keys = limits.filter(({ assumption }) => assumption === id).map(({ key }) => key.replaceAll('.', '\\.'));
  const codes = codesOfRuns({
    ...rules,
    assumptions: buildAssumptionTable(changed),
    limits: buildLimitTable(limits),
  });
  const said =
    keys.length === 0
      ? `ASSUMPTION_VALUE_UNKNOWN .*"assumption":"${id}"`
      : `LIMIT_VALUE_UNKNOWN .*"key":"(${keys.join('|')})"`;
  expect(codes).toContainEqual(expect.stringMatching(said));
});

test('only A10 has a second value; any other is refused before a run', () => {
  const several = rules.assumptions.assumptions.filter(({ alternatives }) => alternatives.length > 1);
  expect(several.map(({ id, alternatives }) => [id, alternatives])).toEqual([['A10', ['by_days', 'by_months']]]);
  expect(withAssumption(rules.assumptions, 'A10', 'by_months').value('A10')).toBe('by_months');
  expect(() => withAssumption(rules.assumptions, 'A7', 'low')).toThrow('ASSUMPTION_VALUE_UNKNOWN');
});
