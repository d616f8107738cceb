import { asDay, formatDay, NorsktilskuddError } from '../../domain';
import { cutOffDate } from '../../engine';
import type { BatchInfo, Ledger, RecipientsOfDay } from '../../ledger';
import { type RecipientInputs, readRecipients, registeredRecipients } from '../run/rule-inputs';
import { sealedRecipients } from './sealed-recipients';

/**
 * Who may be paid in a run: the state of the ledger's register on the cut-off date, once it has one; before, the file that
 * was given.
 *
 * @param isSetting true: the file is one of the settings, which a register makes superfluous
 * @throws NorsktilskuddError refused RECIPIENTS_IN_LEDGER where a file is given beside a register
 */
export function recipientsOfRun(
  ledger: Ledger,
  file: string | undefined,
  cutOff: number,
  isSetting = false,
): RecipientInputs {
  const register = ledger.recipientsOn(formatDay(asDay(cutOff)));
  if (register === undefined) return readRecipients(file, cutOff);
  if (file !== undefined && !isSetting)
    throw new NorsktilskuddError('refused', 'RECIPIENTS_IN_LEDGER', { path: ledger.path, file });
  return registeredRecipients(sealedRecipients(register), cutOff);
}

/**
 * Somebody has changed or confirmed recipients while the run was calculated: what it sealed is no longer the register.
 *
 * @throws NorsktilskuddError refused RECIPIENTS_CHANGED
 */
export function refuseChangedRecipients(ledger: Ledger, sealed: RecipientInputs, cutOff: number): void {
  if (ledger.recipientsOn(formatDay(asDay(cutOff))) === undefined) return;
  if (recipientsOfRun(ledger, undefined, cutOff).sha256 === sealed.sha256) return;
  throw new NorsktilskuddError('refused', 'RECIPIENTS_CHANGED', { path: ledger.path });
}

/** The register of recipients on the cut-off date of a batch, as it stands now; undefined where the ledger has none. */
export function registerOfBatch(ledger: Ledger, { grantYear, term }: BatchInfo): RecipientsOfDay | undefined {
  return term === 0 ? undefined : ledger.recipientsOn(formatDay(cutOffDate(grantYear, term)));
}
