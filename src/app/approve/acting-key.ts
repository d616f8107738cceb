import { readSigningKey } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import type { Ledger, SignedActBy } from '../../ledger';
import type { Installation } from '../installation';

/**
 * The key with which somebody does an act that a ledger with a list of approvers wants signed: outcomes of payments and
 * deletions. Nothing where none is given.
 *
 * @throws NorsktilskuddError refused LEDGER_WITHOUT_APPROVERS where the settings require signatures and a real ledger
 * has no list; those of readSigningKey()
 */
export function actingKey(
  settings: Pick<Installation, 'keyFile' | 'keyPassphrase' | 'requireSignatures'>,
  ledger: Ledger,
): Pick<SignedActBy, 'key'> {
  if (settings.requireSignatures && !ledger.rehearsal && !ledger.requiresSignatures()) {
    throw new NorsktilskuddError('refused', 'LEDGER_WITHOUT_APPROVERS', { path: ledger.path });
  }
  return settings.keyFile === undefined ? {} : { key: readSigningKey(settings.keyFile, settings.keyPassphrase) };
}
