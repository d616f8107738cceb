import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { yearEnd } from '../../src/app';
import { moneyFaults } from './ledger-money';
import type { Player } from './player';
import { programPlayer } from './program-player';

/** What does not come out at the end of a year: of a grant, or of the year that follows. */
function yearEndFaults(db: string, year: number): string[] {
  const { grants, opening } = yearEnd(db, { year, appropriationNok: undefined, payment: undefined });
  const open = grants.filter((row) => row.annualNok !== row.postedNok + row.dueLaterNok + row.heldNok);
  return [
    ...open.map((row) => `the end of ${year} does not come out: ${JSON.stringify(row)}`),
    ...opening.differences.map((row) => `the year after ${year} starts otherwise: ${JSON.stringify(row)}`),
  ];
}

/**
 * Plays a history through the program; after every batch counts the money of its ledger, and ends every year that it has run. Throws
 * where anything is wrong.
 */
export function countingPlayer(workFolder: string): Player {
  const player = programPlayer(workFolder);
  const path = join(workFolder, 'ledger.db');
  const years = new Set<number>();
  let year = 0;
  const counted = async (work: Promise<void>): Promise<void> => {
    await work;
    const faults = existsSync(path)
      ? [...moneyFaults(path), ...[...years].flatMap((year) => yearEndFaults(path, year))]
      : [];
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
  };
  return {
    ...player,
    open: (...files) => counted(player.open(...files)),
    run(command, ...files) {
      year = command.year;
      return player.run(command, ...files);
    },
    post() {
      years.add(year);
      return counted(player.post());
    },
    postAndAnnul: () => counted(player.postAndAnnul()),
  };
}
