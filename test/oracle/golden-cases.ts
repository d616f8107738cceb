import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_LEDGER, type OracleLedger, openLedger } from './ledger';
import { readRates } from './rates';
import { runOracle } from './run';

interface Command {
  readonly command: 'open-ledger' | 'run';
  readonly postings?: string;
  readonly balances?: string;
  readonly year: number;
  readonly term: number;
  readonly as_of: string;
  readonly exclude: string[];
  readonly rates: string;
  readonly extract: string;
  readonly expected: string;
  readonly reject_limit?: number;
  readonly exit?: number;
}

/** Differences between the naive calculator and the expected files of a golden case, each as a text; none where equal. */
export function checkGoldenCase(folder: string): string[] {
  const scenario: { commands: Command[] } = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8'));
  const differences: string[] = [];
  let ledger: OracleLedger = EMPTY_LEDGER;
  for (const command of scenario.commands) {
    if (command.command === 'open-ledger') {
      const balances = command.balances === undefined ? undefined : join(folder, command.balances);
      ledger = openLedger(join(folder, command.postings ?? ''), balances);
      continue;
    }
    const { year, term, as_of: asOf, exclude: excluded, reject_limit: rejectLimit } = command;
    const run = runOracle(
      ledger,
      { year, term, asOf, excluded, rejectLimit },
      join(folder, command.extract),
      readRates(join(folder, command.rates)),
    );
    if (run && 'missingCells' in run) {
      differences.push(`${command.extract}: rates are missing: ${run.missingCells.join(', ')}`);
      continue;
    }
    if (run === undefined || command.exit !== undefined) {
      if ((run === undefined ? 3 : undefined) !== command.exit) differences.push(`${command.extract}: exit`);
      continue;
    }
    for (const [name, rows] of Object.entries(run.files)) {
      const path = join(folder, command.expected, name);
      const expected = readFileSync(path, 'utf8').split('\n').slice(0, -1);
      for (const row of expected.filter((candidate) => !rows.includes(candidate)))
        differences.push(`${path}: - ${row}`);
      for (const row of rows.filter((candidate) => !expected.includes(candidate)))
        differences.push(`${path}: + ${row}`);
      if (rows.join('\n') !== expected.join('\n')) differences.push(`${path}: other order or number of rows`);
    }
    ledger = run.next;
  }
  return differences;
}
