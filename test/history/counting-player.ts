import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { moneyFaults } from './ledger-money';
import type { Player } from './player';
import { programPlayer } from './program-player';

/** Plays a history through the program and counts the money of its ledger after every batch; throws where it is wrong. */
export function countingPlayer(workFolder: string): Player {
  const player = programPlayer(workFolder);
  const path = join(workFolder, 'ledger.db');
  const counted = async (work: Promise<void>): Promise<void> => {
    await work;
    const faults = existsSync(path) ? moneyFaults(path) : [];
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
  };
  return {
    ...player,
    open: (...files) => counted(player.open(...files)),
    post: () => counted(player.post()),
    postAndAnnul: () => counted(player.postAndAnnul()),
  };
}
