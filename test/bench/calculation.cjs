'use strict';
/**
 * The calculation from a stored register, all components, with the trace (columns, pseudonyms, tree, files) or without:
 * what bar 3 compares. Arguments: snapshot file, rates file, grant year, folder to write to, `trace` or `plain`.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, openSync, rmSync, writeSync, closeSync } = require('node:fs');
const { join } = require('node:path');

const { loadModules } = require('./modules.cjs');

const { domain, engine, register, inputs, sealing, writer } = loadModules(join(__dirname, '..', '..'), {
  domain: 'src/domain',
  engine: 'src/engine',
  register: 'src/register',
  inputs: 'src/app/run/rule-inputs',
  sealing: 'src/app/trace-sealing',
  writer: 'src/trace/trace-writer',
});
const { NO_TRACE } = domain;
const { calculate, cutOffDate } = engine;
const { openSnapshot } = register;
const { readRuleInputs } = inputs;
const { sealerForRun } = sealing;
const { createTraceWriter } = writer;

const [snapshotFile, rates, year, folder, mode] = process.argv.slice(2);
const NOTHING_POSTED = { balances: [], coverage: [], openingCoverage: [], *entries() {} };

function tracer() {
  mkdirSync(folder, { recursive: true });
  const open = [];
  const files = (name) => {
    const file = openSync(join(folder, name), 'w');
    open.push(file);
    return { write: (bytes) => writeSync(file, bytes) };
  };
  const words = openSync(join(folder, 'trace.bin'), 'w');
  open.push(words);
  // A run hashes the file on the way, too.
  const hash = createHash('sha256');
  const file = {
    bytes: (bytes) => hash.update(bytes) && writeSync(words, bytes),
    descriptorForThread: () => words,
    writtenByThread() {},
  };
  const sealer = sealerForRun({ pseudonymKey: Buffer.alloc(32, 7), runId: 'bench' }, file);
  return { sink: createTraceWriter({ open: files, sealer }), close: () => open.forEach(closeSync) };
}

const grantYear = Number(year);
const { rules } = readRuleInputs([rates]);
const snapshot = openSnapshot(snapshotFile);
rmSync(folder, { recursive: true, force: true }); // A run writes into a new folder, too.
const begin = process.hrtime.bigint();
const trace = mode === 'trace' ? tracer() : undefined;
const request = { grantYear, term: 4, asOf: cutOffDate(grantYear, 4), excluded: [] };
const result = calculate({
  request,
  register: snapshot,
  posted: NOTHING_POSTED,
  rules,
  trace: trace?.sink ?? NO_TRACE,
});
const root = trace?.sink.finish(result.lines).root;
trace?.close();
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
process.stdout.write(`${JSON.stringify({ seconds, lines: result.lines.length, root })}\n`);
