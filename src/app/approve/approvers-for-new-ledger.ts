import type { SettingFlags, Settings } from '../../cli/config/settings';
import { NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import { openLedger, type SignedList } from '../../ledger';
import { readGivenFile } from '../read-given-file';

/**
 * The list of approvers with which a ledger that does not exist yet is made: the one named with --approvers, or for a real
 * ledger the one in the settings where they require signatures. undefined where the ledger exists or none is wanted.
 *
 * @throws NorsktilskuddError usage APPROVERS_LIST_MISSING where the settings require signatures and name no list; refused
 * LEDGER_WITHOUT_APPROVERS where --approvers is given and the ledger was made without
 */
export function approversForNewLedger(
  settings: Settings,
  flags: SettingFlags & { readonly rehearsal?: boolean; readonly newLedger?: boolean },
): SignedList | undefined {
  if (flags.rehearsal !== true && flags.newLedger !== true && !pathExists(settings.db)) return undefined;
  const isWanted = flags.approvers !== undefined || (settings.requireSignatures && flags.rehearsal !== true);
  if (!isWanted) return undefined;
  if (pathExists(settings.db)) {
    if (flags.approvers !== undefined) refuseWithout(settings.db);
    return undefined;
  }
  if (settings.approversList === undefined) throw new NorsktilskuddError('usage', 'APPROVERS_LIST_MISSING', {});
  // Loaded only here: the checker of the file costs a tenth of a second.
  const loaded: typeof import('../../audit/list-file') = require('../../audit/list-file');
  return loaded.parseListFile(readGivenFile(settings.approversList, '--approvers'), settings.approversList);
}

function refuseWithout(path: string): void {
  const ledger = openLedger(path, { readOnly: true });
  try {
    if (!ledger.requiresSignatures()) throw new NorsktilskuddError('refused', 'LEDGER_WITHOUT_APPROVERS', { path });
  } finally {
    ledger.close();
  }
}
