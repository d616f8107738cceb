import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OracleAct } from '../oracle/acts';
import { adjustmentsPosted, EMPTY_LEDGER, type OracleLedger, openLedger } from '../oracle/ledger';
import { readRates } from '../oracle/rates';
import { type OracleCommand, type OracleRun, runOracle } from '../oracle/run';
import { temporaryFolder } from '../support/temporary-folder';
import type { HistoryAct } from './make-acts';
import { missingText, type Player, REJECTED } from './player';

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
  /** The batch is annulled once it is posted. */
  readonly annulled?: boolean;
  /** What was decided before it. */
  readonly acts?: readonly HistoryAct[];
}

/** First difference between naive calculator and a player in a history, as texts; none where they agree all through. */
export async function playHistory(folder: string, makePlayer: (workFolder: string) => Player): Promise<string[]> {
  const scenario: { commands: HistoryCommand[] } = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8'));
  const work = temporaryFolder();
  try {
    return await playCommands(folder, scenario.commands, makePlayer(work));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function playCommands(folder: string, commands: readonly HistoryCommand[], player: Player): Promise<string[]> {
  let naive = EMPTY_LEDGER;
  let acts: readonly OracleAct[] = [];
  for (const command of commands) {
    if (command.command === 'open-ledger') {
      const postings = join(folder, command.postings ?? '');
      const balances = command.balances === undefined ? undefined : join(folder, command.balances);
      naive = openLedger(postings, balances);
      await player.open(naive, postings, balances);
      continue;
    }
    acts = await decide(command.acts ?? [], acts, naive, player);
    const posted = adjustmentsPosted(naive);
    const inForce = acts.filter(({ act }) => !posted.has(act));
    const { expected, differences } = await playRun(folder, command, naive, player, inForce);
    if (differences.length > 0) return differences;
    if (!expected) continue;
    if (command.annulled) await player.postAndAnnul();
    else {
      await player.post();
      naive = expected.next;
    }
  }
  return [];
}

/** The acts in force once somebody has decided more. What has been posted, or withdrawn, is not withdrawn any more. */
async function decide(
  decided: readonly HistoryAct[],
  before: readonly OracleAct[],
  ledger: OracleLedger,
  player: Player,
): Promise<readonly OracleAct[]> {
  let acts = before;
  for (const one of decided) {
    if (!('withdraws' in one)) {
      await player.confirm(one);
      acts = [...acts, one];
    } else if (acts.some(({ act }) => act === one.withdraws) && !adjustmentsPosted(ledger).has(one.withdraws)) {
      await player.withdraw(one.withdraws);
      acts = acts.filter(({ act }) => act !== one.withdraws);
    }
  }
  return acts;
}

/** Differences of one run; `expected` is undefined where it rightly stopped. */
async function playRun(
  folder: string,
  command: HistoryCommand,
  ledger: OracleLedger,
  player: Player,
  acts: readonly OracleAct[],
): Promise<{ expected?: OracleRun; differences: string[] }> {
  const { year, term, as_of: asOf, exclude: excluded, reject_limit: rejectLimit } = command;
  const run: OracleCommand = { year, term, asOf, excluded, rejectLimit, acts };
  const extract = join(folder, command.extract);
  const ratesPath = join(folder, command.rates);
  const expected = runOracle(ledger, run, extract, readRates(ratesPath));
  const actual = await player.run(run, extract, ratesPath);
  const stop =
    expected === undefined ? REJECTED : 'missingCells' in expected ? missingText(expected.missingCells) : undefined;
  if ('stop' in actual || expected === undefined || 'missingCells' in expected) {
    const actualStop = 'stop' in actual ? actual.stop : undefined;
    return {
      differences: stop === actualStop ? [] : [`${command.extract}: should stop with ${stop}, but with ${actualStop}`],
    };
  }
  const differences = Object.keys(expected.files).flatMap((file) =>
    differencesOf(`${command.extract} ${file}`, (expected.files[file] ?? []).slice(1), actual.files[file] ?? []),
  );
  return { expected, differences };
}

function differencesOf(name: string, expected: readonly string[], actual: readonly string[]): string[] {
  if (expected.join('\n') === actual.join('\n')) return [];
  const missing = expected.filter((row) => !actual.includes(row)).map((row) => `${name}: - ${row}`);
  const tooMany = actual.filter((row) => !expected.includes(row)).map((row) => `${name}: + ${row}`);
  const differences = [...missing, ...tooMany];
  return differences.length > 0 ? differences : [`${name}: other order or number of rows`];
}
