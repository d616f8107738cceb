import { join } from 'node:path';
import type { BatchLimits } from '../analysis';
import type { LoweredLimits } from '../register';
import type { LetterSettings } from './letters/letter-settings';
import type { PaymentSettings } from './payment/payment-settings';

/** Where the things of an installation lie, and what holds for all that is done with it. Paths are absolute. */
export interface Installation {
  /** The ledger; snapshots, runs and the access log lie in the folder beside it. */
  readonly db: string;
  /** Folder in which every run gets a folder; undefined: beside the ledger. */
  readonly runsFolder: string | undefined;
  readonly pseudonymKeyFile: string;
  /** Rates files, later ones win cell by cell. */
  readonly rates: readonly string[];
  readonly recipients: string | undefined;
  /** JSON with the names of columns in the extracts. */
  readonly columns: string | undefined;
  readonly readingLimits: LoweredLimits;
  /** Those who may approve; undefined: anyone but the one who ran it. */
  readonly approvers: readonly string[] | undefined;
  /** First list of approvers, for a ledger that is made. */
  readonly approversList: string | undefined;
  /** True: no batch of a real ledger is approved without signatures. */
  readonly requireSignatures: boolean;
  /** Private key to sign with; undefined: by name alone. */
  readonly keyFile: string | undefined;
  /** Empty for a key without one. */
  readonly keyPassphrase: string;
  /** Limits of a batch, above which its approval wants a reason. */
  readonly limits: BatchLimits;
  /** Who pays and how; undefined where it is not set. */
  readonly payment?: PaymentSettings | undefined;
  /** Who writes letters, and with which texts; undefined where it is not set. */
  readonly letters?: LetterSettings | undefined;
  /** Who does it, by name; undefined where nobody has said. */
  readonly as?: string | undefined;
}

/** Folder in which every run gets a folder. */
export function runsFolderOf({ db, runsFolder }: Pick<Installation, 'db' | 'runsFolder'>): string {
  return runsFolder ?? `${db}.d/runs`;
}

/** Folder of stored extracts beside a ledger. */
export function snapshotFolderOf({ db }: Pick<Installation, 'db'>): string {
  return join(`${db}.d`, 'snapshots');
}
