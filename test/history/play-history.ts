import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_LEDGER, openLedger } from '../oracle/ledger';
import { readRates } from '../oracle/rates';
import { runOracle } from '../oracle/run';
import { engineLedgerOf } from './engine-ledger';
import { rulesWith, runEngine } from './engine-run';

/** One command of a history, as in a golden case's scenario.json. */
export interface HistoryCommand {
  readonly command: string;
  readonly postings?: string;
  readonly balances?: string;
  readonly year: number;
  readonly term: number;
  readonly as_of: string;
  readonly exclude: readonly string[];
  readonly rates: string;
  readonly extract: string;
  readonly reject_limit?: number;
}

/** First difference between naive calculator and engine in a history, as texts; none where they agree all through. */
export function playHistory(folder: string): string[] {
  const scenario: { commands: HistoryCommand[] } = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8'));
  const work = mkdtempSync(join(tmpdir(), 'norsktilskudd-history-'));
  try {
    return playCommands(folder, scenario.commands, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function playCommands(folder: string, commands: readonly HistoryCommand[], work: string): string[] {
  let naive = EMPTY_LEDGER;
  let engine = engineLedgerOf(naive);
  for (const command of commands) {
    if (command.command === 'open-ledger') {
      const balances = command.balances === undefined ? undefined : join(folder, command.balances);
      naive = openLedger(join(folder, command.postings ?? ''), balances);
      engine = engineLedgerOf(naive);
      continue;
    }
    const run = {
      year: command.year,
      term: command.term,
      asOf: command.as_of,
      excluded: command.exclude,
      rejectLimit: command.reject_limit,
    };
    const extract = join(folder, command.extract);
    const ratesPath = join(folder, command.rates);
    const expected = runOracle(naive, run, extract, readRates(ratesPath));
    const actual = runEngine(engine, run, extract, rulesWith(ratesPath), work);
    if (expected === undefined || actual === undefined) {
      if (expected || actual)
        return [`${command.extract}: rejected by the ${expected ? 'engine' : 'naive calculator'} alone`];
      continue;
    }
    const differences = Object.keys(expected.files).flatMap((file) =>
      differencesOf(`${command.extract} ${file}`, (expected.files[file] ?? []).slice(1), actual.files[file] ?? []),
    );
    if (differences.length > 0) return differences;
    naive = expected.next;
    engine = actual.next;
  }
  return [];
}

function differencesOf(name: string, expected: readonly string[], actual: readonly string[]): string[] {
  if (expected.join('\n') === actual.join('\n')) return [];
  const missing = expected.filter((row) => !actual.includes(row)).map((row) => `${name}: - ${row}`);
  const tooMany = actual.filter((row) => !expected.includes(row)).map((row) => `${name}: + ${row}`);
  const differences = [...missing, ...tooMany];
  return differences.length > 0 ? differences : [`${name}: other order or number of rows`];
}
