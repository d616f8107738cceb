import type { OracleAct } from '../oracle/acts';
import type { OracleFiles } from '../oracle/files';
import type { OracleLedger } from '../oracle/ledger';
import type { OracleCommand } from '../oracle/run';

/** What a run of a history came to: its files, or what stopped it. */
export type Played = { readonly files: OracleFiles } | { readonly stop: string };

/** One who plays a history: the engine with a ledger in memory, or the program itself. */
export interface Player {
  /** The opening batch, posted. `opening` is the naive calculator's reading of the same files. */
  open(opening: OracleLedger, postingsPath: string, balancesPath: string | undefined): Promise<void>;
  /** An act of a case, proposed and confirmed. */
  confirm(act: OracleAct): Promise<void>;
  /** Its withdrawal, by its number. */
  withdraw(act: number): Promise<void>;
  /** A claim has moved so many kroner of a balance (`recipient/group`) out of netting, or back where below 0. */
  claimed(balance: string, amountNok: number): Promise<void>;
  run(command: OracleCommand, extractFolder: string, ratesPath: string): Promise<Played>;
  /** Posts the last run. */
  post(): Promise<void>;
  /** Posts the last run and annuls it. */
  postAndAnnul(): Promise<void>;
}

/** The text by which players and naive calculator say that rows were rejected. */
export const REJECTED = 'exit 3';

/** The text by which they say that figures are missing. */
export function missingText(cells: readonly string[]): string {
  return `exit 4: ${[...cells].sort().join(', ')}`;
}
