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
  const shared = [
    sharedNumbers(paid, recipients, 'RECIPIENT_ACCOUNT_SHARED', 'account_number', (details) => details.accountNumber),
    sharedNumbers(paid, recipients, 'RECIPIENT_ORG_NUMBER_SHARED', 'org_number', (details) => details.orgNumber),
  ];
  return [
    ...[...paid].flatMap((recipient) => findingsOf(recipient, recipients.get(recipient), known)),
    ...shared.flat(),
  ];
}

/** A finding for each recipient that is paid under a number that also is another's in the file: one of them is wrong. */
function sharedNumbers(
  paid: ReadonlySet<RecipientCode>,
  recipients: ReadonlyMap<RecipientCode, RecipientDetails>,
  code: 'RECIPIENT_ACCOUNT_SHARED' | 'RECIPIENT_ORG_NUMBER_SHARED',
  column: string,
  numberOf: (details: RecipientDetails) => string,
): Finding[] {
  const holders = new Map<string, RecipientCode[]>();
  for (const [recipient, details] of recipients) {
    const digits = digitsOf(numberOf(details));
    if (digits !== '') holders.set(digits, [...(holders.get(digits) ?? []), recipient]);
  }
  return [...paid].flatMap((recipient) => {
    const details = recipients.get(recipient);
    const sharing = details === undefined ? [] : (holders.get(digitsOf(numberOf(details))) ?? []);
    const others = sharing.filter((other) => other !== recipient).map(formatRecipientCode);
    if (others.length === 0) return [];
    const kommune = formatRecipientCode(recipient);
    const place = { file: 'recipients.csv', column, kommune };
    return [finding('error', code, place, { kommune, others: others.sort().join(', ') })];
  });
}

type RecipientFault =
  | 'RECIPIENT_TWICE'
  | 'RECIPIENT_MISSING'
  | 'RECIPIENT_ORG_NUMBER'
  | 'RECIPIENT_ACCOUNT'
  | 'RECIPIENT_UNCONFIRMED'
  | 'RECIPIENT_BLOCKED';

function findingsOf(
  recipient: RecipientCode,
  details: RecipientDetails | undefined,
  { places, twice }: KnownRecipients,
): Finding[] {
  const kommune = formatRecipientCode(recipient);
  const tell = (code: RecipientFault, column: string): Finding =>
    finding('error', code, { file: 'recipients.csv', column, kommune }, { kommune });
  if (twice.has(recipient)) return [tell('RECIPIENT_TWICE', 'valid_from')];
  if (details === undefined) return [tell('RECIPIENT_MISSING', 'recipient_id')];
  const findings: Finding[] = [];
  const orgNumber = details.orgNumber || places.orgNumber(recipient);
  if (!isOrgNumber(orgNumber)) findings.push(tell('RECIPIENT_ORG_NUMBER', 'org_number'));
  if (details.confirmation === 'unconfirmed') findings.push(tell('RECIPIENT_UNCONFIRMED', 'confirmation'));
  else if (details.confirmation === 'blocked') findings.push(tell('RECIPIENT_BLOCKED', 'confirmation'));
  else if (!isAccountNumber(details.accountNumber)) findings.push(tell('RECIPIENT_ACCOUNT', 'account_number'));
  return findings;
}

/** The digits of a number as people write it: blanks, dots and hyphens between them are form (data contract 1). */
export function digitsOf(number: string): string {
  return number.replace(/[\s\u00a0.-]/g, '');
}

/** Whether a text is an account number whose check digit holds, in any of its forms. */
export function isAccountNumber(text: string): boolean {
  const digits = digitsOf(text);
  return /^\d{11}$/.test(digits) && kontonummer(digits);
}

/** Whether a text is an organisation number whose check digit holds, in any of its forms. */
export function isOrgNumber(text: string): boolean {
  const digits = digitsOf(text);
  return /^\d{9}$/.test(digits) && organisasjonsnummer(digits);
}
