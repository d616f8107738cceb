'use strict';
/**
 * Bar 7: one small rule through the program's own rule contract, with the trace kept, against other rule engines, each
 * in its fastest way and with its explanation kept. Every engine has to come to the øre of plain arithmetic. In turn,
 * each in a process of its own; processor time, since the machine may have other work, and wall time beside it.
 *
 *   npm ci --prefix test/bench/peers
 *   node test/bench/engines.cjs [--runs 5] [--peers DIR]     DIR holds node_modules; default test/bench/peers
 */
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { runProcess, spread, spreadText } = require('./measure.cjs');

const OURS = { name: 'ours', persons: 100_000 };
const PEERS = [
  { name: 'json-rules-engine', module: 'json-rules-engine', persons: 20_000, limit: 10 },
  { name: 'zen-engine', module: '@gorules/zen-engine', persons: 10_000, limit: 30 },
  { name: 'publicodes', module: 'publicodes', persons: 2000, limit: 100 },
];

/** Microseconds of a person in one process. */
function measured({ name, persons }, folder) {
  const script = join(__dirname, 'peers', 'run-engine.cjs');
  const { wallSeconds, cpuSeconds, explanationBytes } = JSON.parse(
    runProcess(script, [name, String(persons), folder]).output,
  );
  const each = 1e6 / persons;
  return { wall: wallSeconds * each, cpu: cpuSeconds * each, bytes: explanationBytes / persons };
}

/** Measures ours and a peer in turn; rows of the table of bars. */
function compared(peer, runs, folder) {
  const pairs = Array.from({ length: runs }, () => ({ ours: measured(OURS, folder), theirs: measured(peer, folder) }));
  const rate = (values) => Math.round(1e6 / spread(values).median).toLocaleString('en');
  const speed = (side) => `${rate(pairs.map((pair) => pair[side].cpu))} persons/s`;
  const cpu = spread(pairs.map(({ ours, theirs }) => theirs.cpu / ours.cpu));
  const wall = spread(pairs.map(({ ours, theirs }) => theirs.wall / ours.wall));
  const size = `${Math.round(pairs[0].ours.bytes)} B of explanation a person`;
  const what = `toy rule with explanation, ${speed('ours')} (${size}) against ${peer.name} ${speed('theirs')}`;
  const result = `${spreadText(cpu, 0)} x of processor time, ${spreadText(wall, 0)} x of wall time`;
  return { what, result, limit: `${peer.limit}` };
}

/** What is missing to measure, or undefined. */
function missing(folder) {
  const absent = PEERS.filter(({ module }) => !existsSync(join(folder, 'node_modules', ...module.split('/'))));
  if (absent.length === 0) return undefined;
  return `${absent.map(({ module }) => module).join(', ')} not installed: npm ci --prefix test/bench/peers`;
}

/** Rows of bar 7, or what is missing. */
function engineBars(runs, folder = join(__dirname, 'peers')) {
  const lack = missing(folder);
  return lack === undefined ? { rows: PEERS.map((peer) => compared(peer, runs, folder)) } : { lack, rows: [] };
}

module.exports = { engineBars };

if (require.main === module) {
  const { values: options } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, peers: { type: 'string' } },
  });
  const { lack, rows } = engineBars(Number(options.runs), options.peers && resolve(options.peers));
  if (lack !== undefined) {
    process.stderr.write(`${lack}\n`);
    process.exitCode = 2;
  }
  for (const { what, result, limit } of rows) process.stdout.write(`| 7 | ${what} | ${result} | ${limit} |\n`);
}
