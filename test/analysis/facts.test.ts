import { join } from 'node:path';
import { withChoice } from '../../rules';
import { collectFacts } from '../../src/analysis/facts/collect-facts';
import { planFacts } from '../../src/analysis/facts/fact-plan';
import { priceListOf } from '../../src/analysis/facts/price-list';
import { Repricer } from '../../src/analysis/facts/reprice';
import { knownDay, NO_TRACE, type SizingRow } from '../../src/domain';
import { calculate } from '../../src/engine';
import { CASES, caseNames, readScenario, type ScenarioRun } from '../golden/scenario';
import { FactSink } from '../support/fact-sink';
import { NOTHING_POSTED } from './support/posted';
import { openExtract, ratesOfFile, testRules } from './support/registers';

const order = (row: SizingRow): string =>
  [row.recipient, row.component, row.yearNumber, row.rateClass].map(String).join('/').padStart(40);
const sorted = (rows: readonly SizingRow[]): SizingRow[] =>
  [...rows].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));

const RUNS = caseNames().flatMap((name) => {
  const runs = readScenario(name).commands.filter((command): command is ScenarioRun => command.command === 'run');
  const last = runs.filter((run) => run.exit === undefined).at(-1);
  return last === undefined ? [] : [{ name, run: last }];
});

describe.each(RUNS)('facts of $name', ({ name, run }) => {
  const rules = testRules([ratesOfFile(join(CASES, name, run.rates))]);
  const register = openExtract(join(CASES, name, run.extract), rules, run.reject_limit ?? null);
  const asOf = knownDay(run.as_of);
  const term = ([1, 2, 3, 4] as const).find((candidate) => candidate === run.term) ?? 4;

  test.each(['by_days', 'by_months'] as const)('priced %s give the size of the engine', (basis) => {
    const assumed = withChoice(rules, 'A10', basis);
    const request = { grantYear: run.year, term, asOf, excluded: [] };
    const result = calculate({ request, register, posted: NOTHING_POSTED, rules: assumed, trace: NO_TRACE });
    const facts = collectFacts(register, planFacts(rules, run.year, asOf));
    const priced = new Repricer(facts).price(priceListOf(rules.rates, run.year), { basis });
    expect(priced.missing).toEqual([]);
    expect(sorted(priced.rows)).toEqual(sorted(result.sizing));
  });

  if (run.year === 2004) return;
  test('taken from a calculation as it goes they are the same', () => {
    const plan = planFacts(rules, run.year, asOf);
    const sink = new FactSink(NO_TRACE, plan);
    const request = { grantYear: run.year, term, asOf, excluded: [] };
    calculate({ request, register, posted: NOTHING_POSTED, rules, trace: sink });
    const prices = priceListOf(rules.rates, run.year);
    const collected = collectFacts(register, plan);
    expect(sink.finish().personIds).toEqual(collected.personIds);
    expect(new Repricer(sink.finish()).price(prices)).toEqual(new Repricer(collected).price(prices));
  });
});
