import fc from 'fast-check';
import { buildRateTable, type RuleSet, withChoice } from '../../../rules';
import { personEffects } from '../../../src/analysis/compare/person-effects';
import {
  addEffects,
  type Effects,
  NO_EFFECTS,
  recipientEffects,
  type SizeSide,
} from '../../../src/analysis/compare/size-side';
import { stagesBetween } from '../../../src/analysis/compare/stages';
import { collectFacts } from '../../../src/analysis/facts/collect-facts';
import { planFacts } from '../../../src/analysis/facts/fact-plan';
import type { FactTable, SplitBasis } from '../../../src/analysis/facts/fact-table';
import { priceListOf } from '../../../src/analysis/facts/price-list';
import { NO_FILTER } from '../../../src/analysis/scenario/scenario';
import { COMPONENTS, type Component, i32, NO_TRACE, RATE_CLASSES, RATE_KEYS, type Rate } from '../../../src/domain';
import { calculate, cutOffDate } from '../../../src/engine';
import type { Snapshot } from '../../../src/register';
import { NOTHING_POSTED } from '../support/posted';
import { generatedRegisters, testRules } from '../support/registers';

const shipped = testRules();
const YEARS = [2018, 2019, 2020, 2023] as const;
/** Extracts from T4 2018 to T4 2019 of one register, with errors in its rows: persons come, go, move and merge. */
const registers = generatedRegisters(
  { persons: 140, year: 2018, seed: 41, snapshots: 5, firstTerm: 4, errors: 0 },
  shipped,
);

const known = new Map<string, FactTable>();

/** Facts of a register, worked out once. */
function factsOf(register: number, year: number, rulesYear = year): FactTable {
  const name = `${register} ${year} ${rulesYear}`;
  const snapshot = registers[register];
  if (snapshot === undefined) throw new Error('no such register');
  const facts = known.get(name) ?? collectFacts(snapshot, planFacts(shipped, year, cutOffDate(year, 4), rulesYear));
  known.set(name, facts);
  return facts;
}

/** One side as drawn. */
interface Drawn {
  readonly register: number;
  readonly year: number;
  readonly seed: number;
  readonly basis: SplitBasis;
  readonly excluded: readonly Component[];
}

const side: fc.Arbitrary<Drawn> = fc.record({
  register: fc.nat({ max: registers.length - 1 }),
  year: fc.constantFrom(...YEARS),
  seed: fc.nat({ max: 9 }),
  basis: fc.constantFrom('by_days', 'by_months'),
  excluded: fc.subarray(['asylnorsk', 'grunntilskudd', 'persontilskudd37d'] as const, { maxLength: 1 }),
});

/** Every cell of every year, none a round number. */
function ratesOf(seed: number): Rate[] {
  return YEARS.flatMap((grantYear) =>
    RATE_KEYS.filter((key) => grantYear <= 2021 || key !== 'kulturtilskudd').flatMap((key, index) =>
      RATE_CLASSES.map((rateClass, place): Rate => {
        const valueNok = 10_007 + seed * 31 + index * 1_009 + place * 101 + (grantYear - 2018) * 13;
        const words = { status: 'illustrative', source: 'made up', note: '' } as const;
        return { key, grantYear, rateClass, valueNok, ...words, file: '', line: 0 };
      }),
    ),
  );
}

function opened(drawn: Drawn): { register: Snapshot; rules: RuleSet; side: SizeSide } {
  const register = registers[drawn.register];
  if (register === undefined) throw new Error('no such register');
  const rules: RuleSet = {
    ...withChoice(shipped, 'A10', drawn.basis),
    rates: buildRateTable([ratesOf(drawn.seed)]),
  };
  const facts = factsOf(drawn.register, drawn.year);
  const prices = priceListOf(rules.rates, drawn.year);
  const { basis, excluded } = drawn;
  return { register, rules, side: { facts, prices, basis, excluded, filter: NO_FILTER } };
}

function compare(
  a: Drawn,
  b: Drawn,
): { rows: ReturnType<typeof recipientEffects>; persons: Effects[]; codes: Int32Array } {
  const [one, other] = [opened(a), opened(b)];
  const bUnderA = factsOf(b.register, b.year, a.year);
  const codes = shipped.places.translationTo(cutOffDate(Math.max(a.year, b.year), 4)).target;
  const stages = stagesBetween(one.side, other.side, bUnderA, other.register.identities, codes);
  return { rows: recipientEffects(stages, codes), persons: [...personEffects(stages)], codes };
}

/** Size of the engine per recipient and component in the codes shown. */
function engineSize(drawn: Drawn, codes: Int32Array): Map<string, number> {
  const { register, rules } = opened(drawn);
  const request = {
    grantYear: drawn.year,
    term: 4 as const,
    asOf: cutOffDate(drawn.year, 4),
    excluded: drawn.excluded,
  };
  const { sizing } = calculate({ request, register, posted: NOTHING_POSTED, rules, trace: NO_TRACE });
  const sizes = new Map<string, number>();
  for (const row of sizing) {
    const key = `${i32(codes, row.recipient)} ${row.component}`;
    sizes.set(key, (sizes.get(key) ?? 0) + row.annualAmountNok);
  }
  return sizes;
}

const sum = (rows: readonly Effects[]): Effects => rows.reduce<Effects>(addEffects, NO_EFFECTS);
const differenceOf = ({ populationNok, dataNok, ruleNok, rateNok }: Effects): number =>
  populationNok + dataNok + ruleNok + rateNok;

test('for random pairs the effects lead from the size of A to that of B for every recipient and component', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      const { rows, codes } = compare(a, b);
      const [sizeA, sizeB] = [engineSize(a, codes), engineSize(b, codes)];
      const keys = new Set([
        ...sizeA.keys(),
        ...sizeB.keys(),
        ...rows.map((row) => `${row.recipient} ${row.component}`),
      ]);
      const found = new Map(rows.map((row) => [`${row.recipient} ${row.component}`, row]));
      for (const key of keys) {
        const row = found.get(key) ?? NO_EFFECTS;
        expect([key, row.aNok, row.aNok + differenceOf(row)]).toEqual([key, sizeA.get(key) ?? 0, sizeB.get(key) ?? 0]);
      }
    }),
    { numRuns: 8, seed: 9 },
  );
});

test('for random pairs the effects on persons are those on recipients, component by component', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      const { rows, persons } = compare(a, b);
      for (const component of COMPONENTS) {
        if (component === 'grunntilskudd') continue;
        const own = (row: Effects): boolean => 'component' in row && row.component === component;
        expect(sum(persons.filter(own))).toEqual(sum(rows.filter(own)));
      }
    }),
    { numRuns: 8, seed: 10 },
  );
});

const BASE: Drawn = { register: 0, year: 2018, seed: 1, basis: 'by_days', excluded: [] };

test('one thing changed is one effect', () => {
  const only = (b: Drawn, a = BASE): string[] => {
    const total = sum(compare(a, b).rows.map((row) => absolute(row)));
    const names = ['populationNok', 'dataNok', 'ruleNok', 'rateNok'] as const;
    return names.filter((name) => total[name] !== 0);
  };
  expect(only(BASE)).toEqual([]);
  expect(only({ ...BASE, seed: 2 })).toEqual(['rateNok']);
  expect(only({ ...BASE, basis: 'by_months' })).toEqual(['ruleNok']);
  expect(only({ ...BASE, excluded: ['grunntilskudd'] })).toEqual(['ruleNok']);
  expect(only({ ...BASE, year: 2019, register: 4 }, { ...BASE, year: 2019 })).toEqual(['populationNok', 'dataNok']);
});

test('a component that A has no rate for is valued at the rate of B: no rate effect', () => {
  const { rows } = compare({ ...BASE, year: 2023 }, BASE);
  const own = rows.filter(({ component }) => component === 'kulturtilskudd');
  expect(own.length).toBeGreaterThan(0);
  for (const row of own) expect([row.aNok, row.rateNok, row.bNok > 0]).toEqual([0, 0, true]);
});

function absolute(row: Effects): Effects {
  const { aNok, bNok, populationNok, dataNok, ruleNok, rateNok } = row;
  const [population, data, rule, rate] = [populationNok, dataNok, ruleNok, rateNok].map(Math.abs);
  return { aNok, bNok, populationNok: population ?? 0, dataNok: data ?? 0, ruleNok: rule ?? 0, rateNok: rate ?? 0 };
}
