'use strict';
/**
 * Measures the speed bars: every figure beside its baseline, in turn, median of the runs with the lowest and the
 * highest. Bars 1 to 5 need nothing but the built program.
 *
 *   node test/bench/bars.cjs [--persons 100000] [--large 1000000] [--runs 5] [--bars 1,2,3,4,5,7,8] [--folder DIR]
 *     [--peers DIR]   where the engines of bars 7 and 8 are installed; npm ci --prefix test/bench/peers puts them beside
 */
const { existsSync, mkdirSync, readdirSync, rmSync } = require('node:fs');
const { cpus, tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { duckdbBar } = require('./duckdb.cjs');
const { engineBars } = require('./engines.cjs');
const { alternate, runProcess, spread, spreadText } = require('./measure.cjs');
const { withoutTrace } = require('./without-trace.cjs');

const { values: options } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    large: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '5' },
    bars: { type: 'string', default: '1,2,3' },
    folder: { type: 'string', default: join(tmpdir(), 'norsktilskudd-bench') },
    peers: { type: 'string', default: join(__dirname, 'peers') },
  },
});
const PROGRAM = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
const runs = Number(options.runs);
const wanted = new Set(options.bars.split(',').map(Number));

/** The extract of a made-up register of so many persons on 2018-12-31; made once. */
function extractOf(persons) {
  const folder = join(options.folder, `persons-${persons}`);
  if (!existsSync(folder)) {
    const shape = ['--persons', persons, '--year', '2018', '--seed', '1', '--snapshots', '1', '--first-term', '4'];
    process.stderr.write(`generating ${persons} persons ...\n`);
    runProcess(PROGRAM, ['generate', ...shape, '--out', folder]);
  }
  const [extract] = readdirSync(folder);
  return join(folder, extract);
}

/** A ledger's path with nothing beside it but, where asked, the stored extracts. */
function freshLedger(name, keepSnapshots) {
  const db = join(options.folder, `${name}.db`);
  rmSync(db, { force: true });
  for (const part of keepSnapshots ? ['runs'] : ['']) rmSync(join(`${db}.d`, part), { recursive: true, force: true });
  return db;
}

function run(db, register, program = PROGRAM) {
  const what = ['--year', '2018', '--term', '4', '--rates', RATES, '--rehearsal', '--as', 'bench', '--json'];
  return runProcess(program, ['run', ...register, ...what, '--db', db]);
}

const baseline = (extract) => runProcess(join(__dirname, 'csv-parse-pass.cjs'), [extract]);
const whole = (extract, name) => run(freshLedger(name, false), ['--extract', extract]);

function storedSnapshot(extract, name) {
  const db = freshLedger(name, false);
  run(db, ['--extract', extract]);
  const folder = join(`${db}.d`, 'snapshots');
  const [file] = readdirSync(folder).filter((entry) => entry.endsWith('.db'));
  return { db, path: join(folder, file), id: file.slice(0, -3) };
}

const rows = [];
const say = (bar, what, result, unit, limit) => {
  rows.push(`| ${bar} | ${what} | ${result} ${unit} | ${limit} |`);
  process.stderr.write(`bar ${bar}: ${result} ${unit}\n`);
};

function main() {
  mkdirSync(options.folder, { recursive: true });
  const extract = extractOf(options.persons);
  if (wanted.has(1)) {
    const { first, second, ratio, peakMegabytes } = alternate(
      runs,
      () => whole(extract, 'whole'),
      () => baseline(extract),
    );
    const note = `${spreadText(first)} s against B ${spreadText(second)} s, peak ${peakMegabytes.toFixed(0)} MB`;
    say(1, `run of an extract never seen before: ${note}`, spreadText(ratio), 'x B', '1.0');
  }
  if (wanted.has(2)) {
    const { id } = storedSnapshot(extract, 'stored');
    const { first, second, ratio } = alternate(
      runs,
      () => run(freshLedger('stored', true), ['--snapshot', id]),
      () => baseline(extract),
    );
    const note = `${spreadText(first)} s against B ${spreadText(second)} s, whole process`;
    say(2, `run from the stored register: ${note}`, spreadText(ratio), 'x B', '0.25');
  }
  if (wanted.has(3)) trace(extract);
  if (wanted.has(4) || wanted.has(5)) large(extract);
  if (wanted.has(7) || wanted.has(8)) peers(extract);
  process.stdout.write(`${cpus().length} processors (${cpus()[0]?.model ?? ''}), Node ${process.version}\n\n`);
  process.stdout.write('| bar | measured | result | limit |\n|---|---|---|---|\n');
  process.stdout.write(`${rows.join('\n')}\n`);
}

/** The trace on and off: of what bar 2 measures, and of the calculation alone, without start, findings and other files. */
function trace(extract) {
  const { path, id } = storedSnapshot(extract, 'traced');
  const untraced = withoutTrace(join(__dirname, '..', '..'));
  const stored = (program) => run(freshLedger('traced', true), ['--snapshot', id], program);
  const whole = alternate(
    runs,
    () => stored(PROGRAM),
    () => stored(untraced),
  );
  const calculation = (mode) => {
    const args = [path, RATES, '2018', join(options.folder, 'trace'), mode];
    return JSON.parse(runProcess(join(__dirname, 'calculation.cjs'), args).output);
  };
  const alone = alternate(
    runs,
    () => calculation('trace'),
    () => calculation('plain'),
  );
  const note = ({ first, second }) => `${spreadText(first)} s against ${spreadText(second)} s`;
  say(3, `trace on against off, run from the stored register: ${note(whole)}`, spreadText(whole.ratio), '', '1.10');
  say(3, `the same of the calculation alone: ${note(alone)}`, spreadText(alone.ratio), '', '');
}

/** Ten times as many persons: time, memory, and one person explained. */
function large(extract) {
  const bigExtract = extractOf(options.large);
  const small = wanted.has(4) ? whole(extract, 'whole') : undefined;
  const big = whole(bigExtract, 'large');
  if (small) {
    const note = `${options.large} persons ${big.seconds.toFixed(1)} s, ${options.persons} persons ${small.seconds.toFixed(1)} s, peak ${big.peakMegabytes.toFixed(0)} MB`;
    say(4, note, (big.seconds / small.seconds).toFixed(1), 'x', '10, 500 MB');
  }
  if (wanted.has(5)) {
    const { run_id: runId, totals } = JSON.parse(big.output);
    const db = join(options.folder, 'large.db');
    const times = Array.from({ length: runs }, (_, index) => {
      const line = `${runId}-${Math.floor(((index + 1) * totals.lines) / (runs + 1))}`;
      return runProcess(PROGRAM, ['explain', line, '--db', db]).seconds;
    });
    say(5, `explain of a line in a run of ${options.large} persons`, spreadText(spread(times)), 's', '0.35');
  }
}

/** Other engines, where they are installed; else says what is missing. */
function peers(extract) {
  const folder = resolve(options.peers);
  const lacks = [];
  if (wanted.has(7)) {
    const { lack, rows: found } = engineBars(runs, folder);
    lacks.push(lack);
    for (const { what, result, limit } of found) say(7, what, result, '', limit);
  }
  if (wanted.has(8)) {
    const { lack, what, result } = duckdbBar(extract, runs, options.folder, folder);
    lacks.push(lack);
    if (lack === undefined) say(8, what, result, '', '1.0');
  }
  for (const lack of lacks.filter((each) => each !== undefined)) process.stderr.write(`not measured: ${lack}\n`);
}

main();
