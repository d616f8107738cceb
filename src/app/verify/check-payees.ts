import { join } from 'node:path';
import { Findings, RECIPIENTS_COPY, type RunContents } from '../../audit';
import {
  asRecipientCode,
  digitsOfNumber,
  type ErrorDetail,
  errorDetail,
  NorsktilskuddError,
  type PlaceRegister,
} from '../../domain';
import { pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import { type RecipientInputs, readRecipients } from '../run/rule-inputs';

const FILE = 'payouts.csv';

/**
 * Who gets the money: names, organisation numbers and accounts of payouts.csv follow from the run's own recipients.csv,
 * whose hash is part of run_id, and from the registers; a run without a recipients file has no accounts.
 *
 * @param places the registers that the run used; undefined where they are not to be found: then names are not looked at
 */
export function checkPayees(
  run: RunContents,
  places: PlaceRegister | undefined,
): { readonly problems: readonly ErrorDetail[]; readonly notes: readonly ErrorDetail[] } {
  const problems = new Findings();
  const { run_id: runId } = run.manifest;
  const notes = places ? [] : [errorDetail('VERIFY_NAMES_UNCHECKED', { runId })];
  const { grant_year: year, term } = run.manifest.identity;
  const cutOff = cutOffDate(year, term);
  try {
    const inputs = ownRecipients(run, cutOff);
    if (!inputs) {
      notes.push(errorDetail('VERIFY_ACCOUNTS_UNCHECKED', { runId }));
      return { problems: [], notes };
    }
    for (const row of run.payouts) {
      const recipient = asRecipientCode(row.recipient);
      const details = inputs.recipients?.get(recipient);
      const cell = (column: string, expected: string, found: string): void =>
        problems.compare('VERIFY_CELL', FILE, expected, found, { line: row.line, column });
      cell('account_number', details?.accountNumber ?? '', digitsOrText(row.accountNumber));
      if (!places) continue;
      cell('recipient_name', places.nameOn(recipient, cutOff) || (details?.name ?? ''), row.recipientName);
      cell('org_number', details?.orgNumber || places.orgNumber(recipient), digitsOrText(row.orgNumber));
    }
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    problems.add(cause.code, RECIPIENTS_COPY, cause.params);
  }
  return { problems: problems.list(), notes };
}

/** Earlier runs wrote such numbers in the form in which they were given. */
function digitsOrText(text: string): string {
  return digitsOfNumber(text) ?? text;
}

/** The recipients that the run read; undefined where its folder has no copy, or another than the one that was read. */
function ownRecipients(run: RunContents, cutOff: number): RecipientInputs | undefined {
  const sealed = run.manifest.identity.recipients_sha256;
  if (sealed === '') return readRecipients(undefined, cutOff);
  const copy = join(run.folder, RECIPIENTS_COPY);
  const inputs = pathExists(copy) ? readRecipients(copy, cutOff) : undefined;
  return inputs?.sha256 === sealed ? inputs : undefined;
}
