'use strict';
/**
 * Bar 6: new rates on a finished calculation, amounts and totals per kommune, beside the calculation itself; another law;
 * and 1,000 scenarios in one call. In turn, median of the runs, processor seconds beside wall seconds. Needs the built program.
 *
 *   node test/bench/scenarios.cjs --extract DIR [--scenarios 1000] [--runs 5] [--folder DIR]
 */
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { runProcess } = require('./measure.cjs');
const { loadModules } = require('./modules.cjs');

const { values: options } = parseArgs({
  options: {
    extract: { type: 'string' },
    scenarios: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    folder: { type: 'string', default: join(tmpdir(), 'norsktilskudd-bench') },
    program: { type: 'string', default: join(__dirname, '..', '..') },
  },
});
const MODULES = {
  domain: 'src/domain',
  engine: 'src/engine',
  register: 'src/register',
  collect: 'src/analysis/facts/collect-facts',
  blob: 'src/analysis/facts/fact-blob',
  plan: 'src/analysis/facts/fact-plan',
  prices: 'src/analysis/facts/price-list',
  reprice: 'src/analysis/facts/reprice',
  scenario: 'src/analysis/scenario/scenario',
  threads: 'src/app/scenario/price-on-threads',
  inputs: 'src/app/run/rule-inputs',
  law: 'rules',
};
const loaded = loadModules(options.program, MODULES);
const { collectFacts } = loaded.collect;
const { decodeFacts, encodeFacts } = loaded.blob;
const { planFacts } = loaded.plan;
const { priceListOf } = loaded.prices;
const { Repricer } = loaded.reprice;
const { countedSlots, NO_FILTER, recipientTotals } = loaded.scenario;
const { priceOnThreads } = loaded.threads;
const { readRuleInputs } = loaded.inputs;
const { withLimits } = loaded.law;
const { NO_TRACE } = loaded.domain;
const { calculate, cutOffDate } = loaded.engine;
const { openSnapshot } = loaded.register;

const YEAR = 2018;
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
const PROGRAM = join(options.program, 'bin', 'norsktilskudd');
const count = Number(options.scenarios);
const db = join(options.folder, 'scenarios.db');
const NOTHING_POSTED = { balances: [], coverage: [], openingCoverage: [], *entries() {} };

/** Scenario files with their rates, and what they are called with. */
function scenarioCall() {
  const folder = join(options.folder, 'scenarios');
  mkdirSync(folder, { recursive: true });
  const head = 'key,grant_year,rate_class,value,status,source,note';
  const files = Array.from({ length: count }, (_, index) => {
    const rows = [`persontilskudd.year1,${YEAR},high,${31_900 + index * 10},scenario,bench,`];
    rows.push(`persontilskudd.year2,${YEAR},low,${24_100 + index * 7},scenario,bench,`);
    writeFileSync(join(folder, `${index}.csv`), `${[head, ...rows].join('\n')}\n`);
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify({ name: `scenario ${index}`, rates: [`${index}.csv`] }));
    return file;
  });
  return ['scenario', ...files, '--year', String(YEAR), '--rates', RATES, '--db', db, '--json'];
}

function measured(work) {
  const cpu = process.cpuUsage();
  const begin = process.hrtime.bigint();
  work();
  const wall = Number(process.hrtime.bigint() - begin) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1e3 };
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const call = scenarioCall();
runProcess(PROGRAM, [...call, '--extract', options.extract]);
const snapshots = join(`${db}.d`, 'snapshots');
const snapshotId = readdirSync(snapshots)
  .find((name) => name.endsWith('.db'))
  .replace('.db', '');
const snapshot = openSnapshot(join(snapshots, `${snapshotId}.db`));
const { rules } = readRuleInputs([RATES]);
const asOf = cutOffDate(YEAR, 4);
const request = { grantYear: YEAR, term: 4, asOf, excluded: [] };
const facts = collectFacts(snapshot, planFacts(rules, YEAR, asOf));
const bytes = encodeFacts(facts);
const repricer = new Repricer(facts);
const prices = priceListOf(rules.rates, YEAR);
const scenarios = Array.from({ length: count }, (_, index) => ({
  name: String(index),
  prices: { ...prices, nokByCell: prices.nokByCell.map((nok) => (nok < 0 ? nok : nok + index)) },
  basis: 'by_days',
  excluded: [],
  filter: NO_FILTER,
}));

const WORKS = {
  'calculation, no trace': () =>
    calculate({ request, register: snapshot, posted: NOTHING_POSTED, rules, trace: NO_TRACE }),
  'facts from the register': () => collectFacts(snapshot, planFacts(rules, YEAR, asOf)),
  'facts from their file': () => new Repricer(decodeFacts(bytes)),
  'new rates, one scenario': () => {
    const amounts = repricer.amounts(prices, 'by_days', new Float64Array(repricer.slots.length));
    recipientTotals(repricer.slots, amounts, countedSlots(repricer.slots, new Set(), NO_FILTER));
  },
  'a rule scenario, register read': () => {
    const law = withLimits(rules, YEAR, {
      'persontilskudd.proration': 'days',
      'grunntilskudd.steps': '1-5:low 6-200:high',
    });
    const other = new Repricer(collectFacts(snapshot, planFacts(law, YEAR, asOf)));
    other.amounts(prices, 'by_days', new Float64Array(other.slots.length));
  },
  [`new rates, ${count} scenarios on both cores`]: () => priceOnThreads(facts, scenarios, new Repricer(facts)),
};
const results = Object.fromEntries(Object.keys(WORKS).map((name) => [name, []]));
for (let run = 0; run < Number(options.runs); run += 1) {
  for (const [name, work] of Object.entries(WORKS)) results[name].push(measured(work));
}
const whole = Array.from({ length: Number(options.runs) }, () =>
  runProcess(PROGRAM, [...call, '--snapshot', snapshotId]),
);
const [calculation] = Object.values(results);
const baseCpu = middle(calculation.map(({ cpu }) => cpu));
const baseWall = middle(calculation.map(({ wall }) => wall));
process.stdout.write(`${facts.personIds.length} persons, milliseconds\n`);
for (const [name, runs] of Object.entries(results)) {
  const [wall, cpu] = [middle(runs.map((one) => one.wall)), middle(runs.map((one) => one.cpu))];
  const ratios = `${((wall / baseWall) * 100).toFixed(2)} % wall, ${((cpu / baseCpu) * 100).toFixed(2)} % cpu`;
  process.stdout.write(
    `${name.padEnd(40)} wall ${wall.toFixed(1).padStart(8)}  cpu ${cpu.toFixed(1).padStart(8)}  ${ratios}\n`,
  );
}
const seconds = (pick) => middle(whole.map(pick)).toFixed(2);
process.stdout.write(`scenario with ${count} files, whole process: ${seconds((one) => one.seconds)} s wall, `);
process.stdout.write(`${seconds((one) => one.cpuSeconds)} s cpu\n`);
