import { kontonummer, organisasjonsnummer } from 'norsk-validator';
import {
  asRecipientCode,
  type Finding,
  finding,
  formatRecipientCode,
  type PayoutRow,
  type PlaceRegister,
  type RecipientCode,
} from '../domain';
import type { RecipientDetails } from './payouts-csv';

/** What is known of those who get money. */
export interface KnownRecipients {
  readonly places: PlaceRegister;
  /** By recipient code; undefined where no recipients file was given. */
  readonly recipients: ReadonlyMap<RecipientCode, RecipientDetails> | undefined;
  /** Recipients with several rows that are valid on the cut-off date: none of them is used. */
  readonly twice: ReadonlySet<RecipientCode>;
}

/**
 * Errors about recipients that get money and have no valid organisation number or account in the recipients file
 * (data contract 3). They stop payout files, never the calculation. Without a recipients file there is nothing to say.
 *
 * @param payouts payouts of the run
 */
export function recipientFindings(payouts: readonly PayoutRow[], known: KnownRecipients): Finding[] {
  const { recipients } = known;
  if (recipients === undefined) return [];
  const paid = new Set(payouts.filter(({ paidNok }) => paidNok > 0).map((row) => asRecipientCode(row.recipient)));
  return [...paid].flatMap((recipient) => findingsOf(recipient, recipients.get(recipient), known));
}

function findingsOf(
  recipient: RecipientCode,
  details: RecipientDetails | undefined,
  { places, twice }: KnownRecipients,
): Finding[] {
  const kommune = formatRecipientCode(recipient);
  const tell = (code: string, column: string): Finding =>
    finding('error', code, { file: 'recipients.csv', column, kommune }, { kommune });
  if (twice.has(recipient)) return [tell('RECIPIENT_TWICE', 'valid_from')];
  if (details === undefined) return [tell('RECIPIENT_MISSING', 'recipient_id')];
  const findings: Finding[] = [];
  const orgNumber = details.orgNumber || places.orgNumber(recipient);
  if (!/^\d{9}$/.test(orgNumber) || !organisasjonsnummer(orgNumber)) {
    findings.push(tell('RECIPIENT_ORG_NUMBER', 'org_number'));
  }
  if (!/^\d{11}$/.test(details.accountNumber) || !kontonummer(details.accountNumber)) {
    findings.push(tell('RECIPIENT_ACCOUNT', 'account_number'));
  }
  return findings;
}
