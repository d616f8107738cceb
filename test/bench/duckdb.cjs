'use strict';
/**
 * Bar 8: `run` of an extract never seen before, with all that it writes, against a DuckDB script that does only the
 * split, the lines, the totals and the hours basis of the same files. Both have to come to the same persontilskudd. In
 * turn, each in a process of its own; processor time beside wall time, since the machine may have other work.
 *
 *   npm ci --prefix test/bench/peers
 *   node test/bench/duckdb.cjs --extract DIR [--runs 5] [--folder DIR] [--peers DIR]
 *
 * DIR of --extract is an extract of 2018, as `generate` makes it; `bars.cjs --bars 8` makes one.
 */
const { existsSync, mkdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { runProcess, spread, spreadText } = require('./measure.cjs');

const PROGRAM = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');

/** The program, from the files to the sealed run folder. */
function ours(extract, folder) {
  const db = join(folder, 'duckdb.db');
  for (const path of [db, `${db}.d`]) rmSync(path, { recursive: true, force: true });
  const what = ['--extract', extract, '--year', '2018', '--term', '4', '--rates', RATES];
  const done = runProcess(PROGRAM, ['run', ...what, '--rehearsal', '--db', db, '--as', 'bench', '--json']);
  return { ...done, ...persontilskuddOf(JSON.parse(done.output).out) };
}

function persontilskuddOf(folder) {
  const { control_totals: totals } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const mine = totals.filter((row) => row.component === 'persontilskudd');
  const sum = (name) => mine.reduce((total, row) => total + row[name], 0);
  return { lines: sum('lines'), nok: sum('sum_nok') };
}

function theirs(extract, folder, peers) {
  const script = join(__dirname, 'peers', 'duckdb-run.cjs');
  const done = runProcess(script, [extract, join(folder, 'duckdb'), peers]);
  return { ...done, ...JSON.parse(done.output) };
}

/** What the two came to, measured in turn, or what is missing. */
function duckdbBar(extract, runs, folder, peers = join(__dirname, 'peers')) {
  if (!existsSync(join(peers, 'node_modules', '@duckdb', 'node-api'))) {
    return { lack: '@duckdb/node-api not installed: npm ci --prefix test/bench/peers' };
  }
  mkdirSync(folder, { recursive: true });
  const pairs = Array.from({ length: runs }, () => ({ a: ours(extract, folder), b: theirs(extract, folder, peers) }));
  for (const { a, b } of pairs) {
    if (a.lines === b.lines && a.nok === b.nok) continue;
    throw new Error(`persontilskudd differs: ${a.lines} lines, ${a.nok} kr against ${b.lines} lines, ${b.nok} kr`);
  }
  const of = (side, name, digits) => spreadText(spread(pairs.map((pair) => pair[side][name])), digits);
  const ratio = (name) => spreadText(spread(pairs.map(({ a, b }) => a[name] / b[name])));
  const side = (name) =>
    `${of(name, 'seconds')} s, ${of(name, 'cpuSeconds')} s of processor, ${of(name, 'peakMegabytes', 0)} MB`;
  const what = `run of an extract never seen before: ${side('a')}; DuckDB, split, lines, totals and hours alone: ${side('b')}`;
  const result = `${ratio('seconds')} x of wall time, ${ratio('cpuSeconds')} x of processor time, ${ratio('peakMegabytes')} x of memory`;
  return { what, result };
}

module.exports = { duckdbBar };

if (require.main === module) {
  const { values: options } = parseArgs({
    options: {
      extract: { type: 'string' },
      runs: { type: 'string', default: '5' },
      folder: { type: 'string', default: join(tmpdir(), 'norsktilskudd-bench') },
      peers: { type: 'string' },
    },
  });
  const peers = options.peers && resolve(options.peers);
  const lack = options.extract === undefined ? 'give --extract DIR' : undefined;
  const bar =
    lack === undefined ? duckdbBar(resolve(options.extract), Number(options.runs), options.folder, peers) : { lack };
  if (bar.lack === undefined) process.stdout.write(`| 8 | ${bar.what} | ${bar.result} | 1.0 |\n`);
  else {
    process.stderr.write(`${bar.lack}\n`);
    process.exitCode = 2;
  }
}
