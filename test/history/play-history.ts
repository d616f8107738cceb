import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isOfClaim, type OracleAct } from '../oracle/acts';
import { confirmClaim, type Moved, withdrawClaim } from '../oracle/claims';
import { adjustmentsPosted, EMPTY_LEDGER, type OracleLedger, openLedger } from '../oracle/ledger';
import { readRates } from '../oracle/rates';
import { type OracleCommand, type OracleRun, runOracle } from '../oracle/run';
import { temporaryFolder } from '../support/temporary-folder';
import { claimable } from './claimable';
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
    ({ acts, ledger: naive } = await decide(command.acts ?? [], acts, naive, player));
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

/** What counts once somebody has decided more. What has been posted, or withdrawn, is not withdrawn any more. */
async function decide(
  decided: readonly HistoryAct[],
  before: readonly OracleAct[],
  ledgerBefore: OracleLedger,
  player: Player,
): Promise<{ acts: readonly OracleAct[]; ledger: OracleLedger }> {
  let acts = before;
  let ledger = ledgerBefore;
  const move = async (moved: Moved): Promise<void> => {
    ledger = moved.ledger;
    await player.claimed(moved.balance, moved.amountNok);
  };
  for (const one of decided) {
    if (!('withdraws' in one)) {
      const act = isOfClaim(one.kind) ? claimable(one, ledger) : one;
      if (act === undefined) continue;
      await player.confirm(act);
      acts = [...acts, act];
      if (isOfClaim(act.kind)) await move(confirmClaim(ledger, act));
      continue;
    }
    const found = acts.find(({ act }) => act === one.withdraws);
    if (found === undefined || adjustmentsPosted(ledger).has(found.act)) continue;
    const moved = isOfClaim(found.kind) ? withdrawClaim(ledger, found) : undefined;
    if (isOfClaim(found.kind) && moved === undefined) continue;
    await player.withdraw(found.act);
    acts = acts.filter((act) => act !== found);
    if (moved !== undefined) await move(moved);
  }
  return { acts, ledger };
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
