'use strict';
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Runs a Node script as a process of its own; returns seconds, processor seconds, peak megabytes and its
 * output.
 */
function runProcess(script, args, { cwd } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'norsktilskudd-usage-'));
  const usageFile = join(folder, 'usage.json');
  try {
    const done = spawnSync(process.execPath, ['-r', join(__dirname, 'report-usage.cjs'), script, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, BENCH_USAGE_FILE: usageFile },
    });
    if (done.status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${done.status}\n${done.stderr}`);
    return { ...JSON.parse(readFileSync(usageFile, 'utf8')), output: done.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median, lowest and highest of some numbers. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, lowest: sorted[0], highest: sorted[sorted.length - 1] };
}

/** `1.23 (1.20-1.31)` */
function spreadText({ median, lowest, highest }, digits = 2) {
  return `${median.toFixed(digits)} (${lowest.toFixed(digits)}-${highest.toFixed(digits)})`;
}

/** Measures two things in turn, `runs` times each, and the ratio of each pair. */
function alternate(runs, first, second) {
  const pairs = Array.from({ length: runs }, () => ({ a: first(), b: second() }));
  return {
    first: spread(pairs.map(({ a }) => a.seconds)),
    second: spread(pairs.map(({ b }) => b.seconds)),
    ratio: spread(pairs.map(({ a, b }) => a.seconds / b.seconds)),
    peakMegabytes: Math.max(...pairs.map(({ a }) => a.peakMegabytes ?? 0)),
  };
}

module.exports = { alternate, runProcess, spread, spreadText };
