import { join } from 'node:path';
import { RECIPIENTS_COPY, type RunContents } from '../../audit';
import { type ErrorDetail, errorDetail, formatDay } from '../../domain';
import { pathExists, readText } from '../../effects';
import { cutOffDate } from '../../engine';
import type { Ledger } from '../../ledger';
import { differing } from '../payout/differing';
import { sealedRecipients } from '../recipients/sealed-recipients';

/**
 * Who may be paid in a run is what the ledger's register of recipients held when the run was made, on its cut-off date; of a
 * run from before the register there is nothing to say.
 */
export function checkSealedRecipients(run: RunContents, ledger: Ledger): ErrorDetail[] {
  const { run_id: runId, identity } = run.manifest;
  const batch = ledger.batch(runId);
  if (batch === undefined) return [];
  const cutOff = formatDay(cutOffDate(identity.grant_year, identity.term));
  const register = ledger.recipientsOn(cutOff, batch.journal);
  if (register === undefined) return [];
  const path = join(run.folder, RECIPIENTS_COPY);
  const [found, meant] = [pathExists(path) ? readText(path) : '', sealedRecipients(register)];
  if (found === meant) return [];
  const rowsOf = (text: string): string[] => text.split('\n').map((row) => row.replaceAll(',', ' '));
  const what = differing(rowsOf(found), rowsOf(meant)).filter((id) => id !== '');
  return [errorDetail('VERIFY_RECIPIENTS_DIFFER', { runId, file: RECIPIENTS_COPY, recipients: what.join(', ') })];
}
