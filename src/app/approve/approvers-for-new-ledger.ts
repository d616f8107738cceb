import { parseListFile } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import { openLedger, type SignedList } from '../../ledger';
import type { Installation } from '../installation';
import { readGivenFile } from '../read-given-file';

/** What is asked of a ledger that may not exist yet. */
export interface NewLedger {
  /** A list of approvers is asked for by name. */
  readonly hasList: boolean;
  readonly rehearsal: boolean;
  /** Makes a real ledger where there is none. */
  readonly newLedger: boolean;
}

/**
 * The list of approvers with which a ledger that does not exist yet is made: the one named with --approvers, or for a real
 * ledger the one in the settings where they require signatures. undefined where the ledger exists or none is wanted.
 *
 * @throws NorsktilskuddError usage APPROVERS_LIST_MISSING where the settings require signatures and name no list; refused
 * LEDGER_WITHOUT_APPROVERS where --approvers is given and the ledger was made without
 */
export function approversForNewLedger(
  installation: Pick<Installation, 'db' | 'requireSignatures' | 'approversList'>,
  wanted: NewLedger,
): SignedList | undefined {
  const { db, approversList } = installation;
  const { hasList, rehearsal, newLedger } = wanted;
  if (!rehearsal && !newLedger && !pathExists(db)) return undefined;
  const isWanted = hasList || (installation.requireSignatures && !rehearsal);
  if (!isWanted) return undefined;
  if (pathExists(db)) {
    if (hasList) refuseWithout(db);
    return undefined;
  }
  if (approversList === undefined) throw new NorsktilskuddError('usage', 'APPROVERS_LIST_MISSING', {});
  return parseListFile(readGivenFile(approversList, '--approvers'), approversList);
}

function refuseWithout(path: string): void {
  const ledger = openLedger(path, { readOnly: true });
  try {
    if (!ledger.requiresSignatures()) throw new NorsktilskuddError('refused', 'LEDGER_WITHOUT_APPROVERS', { path });
  } finally {
    ledger.close();
  }
}
