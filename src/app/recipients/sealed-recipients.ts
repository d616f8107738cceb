import { formatRecipientCode, NETTING_GROUPS } from '../../domain';
import type { RecipientsOfDay } from '../../ledger';
import { csvField } from '../../payout';

/** Columns of recipients.csv in the folder of a run whose ledger has a register of recipients (LEDGER.md). */
const COLUMNS = [
  ...[
    'recipient_id',
    'name',
    'org_number',
    'account_number',
    'language',
    'street',
    'post_code',
    'town',
    'country',
    'kid',
  ],
  ...NETTING_GROUPS.map((group) => `kid_${group}`),
  ...['valid_from', 'valid_to', 'confirmation', 'waits_for'],
];

/**
 * The register of recipients on a day as a run seals it: a row for each recipient in the order of their codes, whether it is
 * confirmed, and what waits for a second person. The same state gives the same bytes.
 */
export function sealedRecipients(register: RecipientsOfDay): string {
  const rows = [...register.values()].map((one) => [
    formatRecipientCode(one.recipient),
    one.legalName,
    one.orgNumber,
    one.account,
    one.language,
    one.address.street,
    one.address.postCode,
    one.address.town,
    one.address.country,
    '', // A KID for all groups stands under each of them.
    ...NETTING_GROUPS.map((group) => one.kidByGroup.get(group) ?? ''),
    one.validFrom,
    one.validTo,
    one.state,
    one.causes.join(' '),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
