import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { main } from '../../../src/cli/main';
import { memoryTerminal } from '../../../src/cli/terminal';
import type { Player } from '../../history/player';
import { programPlayer } from '../../history/program-player';

const BIN = join(__dirname, '..', '..', '..', 'bin');

/**
 * Plays a history through the program and lets every run be checked in every way: the folder alone, the chain, the
 * ledger, a full calculation again with and without the key, SQL, and the verifiers that stand alone. Throws where one
 * of them finds fault with a run that has none.
 */
export function verifyingPlayer(workFolder: string): Player {
  const player = programPlayer(workFolder);
  const posted: string[] = [];
  let runs = 0;
  const verify = async (...argv: string[]): Promise<void> => {
    const terminal = memoryTerminal(workFolder);
    const code = await main(['verify', ...argv, '--json'], terminal);
    if (code !== 0)
      throw new Error(`verify ${argv.join(' ')} ended with ${code}: ${terminal.errText()}${terminal.outText()}`);
  };
  const verifyChain = async (): Promise<void> => {
    await verify(...posted, '--draft', '--db', 'ledger.db', '--journal', 'journal.txt');
    const key = join(workFolder, 'ledger.db.d', 'pseudonym.key');
    const folders = posted.map((folder) => join(workFolder, folder));
    alone('verify-run.cjs', ...folders);
    alone('verify-trace.cjs', ...folders, '--key', key);
    alone('verify-figures.cjs', ...folders);
    alone('verify-approval.cjs', ...folders, '--journal', join(workFolder, 'journal.txt'));
  };
  return {
    open: player.open,
    confirm: player.confirm,
    claimed: player.claimed,
    withdraw: player.withdraw,
    async run(command, extract, rates) {
      const played = await player.run(command, extract, rates);
      runs += 1;
      if ('stop' in played) return played;
      const limit = command.rejectLimit === undefined ? [] : ['--reject-limit', String(command.rejectLimit)];
      const again = ['--extract', extract, ...limit];
      await verify(`run-${runs}`, '--draft', '--db', 'ledger.db', '--sql', ...again, '--rates', rates);
      await verify(`run-${runs}`, ...again);
      return played;
    },
    async post() {
      await player.post();
      posted.push(`run-${runs}`);
      await verifyChain();
    },
    async postAndAnnul() {
      await player.postAndAnnul();
      posted.push(`run-${runs}`);
    },
  };
}

/** Runs a verifier that stands alone in a process of its own. */
function alone(name: string, ...argv: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(BIN, name), ...argv]);
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}${stdout}`);
}
