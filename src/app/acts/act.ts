import { nowUtc } from '../../effects';
import { type ActBy, type Ledger, openLedger, type SignedActBy } from '../../ledger';
import { actingKey } from '../approve/acting-key';
import type { Installation } from '../installation';
import { buildName, programBuild } from '../program-build';

/** Who does something to a ledger, and why. */
export interface Act {
  readonly actor: string;
  /** undefined or empty where none is asked for. */
  readonly reason?: string | undefined;
  /** True where the actor says that a clock far ahead of the ledger is right. */
  readonly acceptClock?: boolean | undefined;
}

/** What an act needs of the installation: the ledger, and the key of the one who does it. */
export type ActingInstallation = Pick<Installation, 'db' | 'keyFile' | 'keyPassphrase' | 'requireSignatures'>;

/** An act as the journal has it: now, by this build of the program. */
export function actBy({ actor, reason, acceptClock }: Act): ActBy {
  return {
    actor,
    at: nowUtc(),
    build: buildName(programBuild()),
    ...(reason === undefined ? {} : { reason }),
    ...(acceptClock === undefined ? {} : { acceptClock }),
  };
}

/** What came of an act, and the head of the journal after it. */
export type Acted<T> = T & { readonly journalHead: string };

/** Opens the ledger, does something to it as somebody, with their key where one is given, and closes it. */
export function withAct<T extends object>(
  installation: ActingInstallation,
  act: Act,
  work: (ledger: Ledger, by: SignedActBy) => T,
): Acted<T> {
  return withLedger(installation.db, false, (ledger) => {
    const result = work(ledger, { ...actBy(act), ...actingKey(installation, ledger) });
    return { ...result, journalHead: ledger.journalHead() };
  });
}

/** Opens a ledger, works on it and closes it. */
export function withLedger<T>(path: string, readOnly: boolean, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(path, { readOnly });
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}
