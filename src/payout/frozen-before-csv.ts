import { asRecipientCode, at, type FrozenGrant, formatRecipientCode, RATE_CLASSES } from '../domain';

/** Grants that were frozen and not posted when a run started (rulebook 9a); a run that found none has no such file. */
export const FROZEN_BEFORE_FILE = 'frozen_before.csv';

const COLUMNS = ['grant_year', 'component', 'basis_recipient_id', 'persons', 'rate_class', 'amount', 'reason'] as const;

/** The text of frozen_before.csv, sorted by its columns. */
export function frozenBeforeText(frozen: readonly FrozenGrant[]): string {
  const rows = [...frozen]
    .sort((a, b) => a.grantYear - b.grantYear || a.basisRecipient - b.basisRecipient)
    .map(({ grantYear, component, basisRecipient, persons, rateClass, amountNok, reason }) => {
      const recipient = formatRecipientCode(asRecipientCode(basisRecipient));
      return [grantYear, component, recipient, persons, at(RATE_CLASSES, rateClass - 1), amountNok, reason].join(',');
    });
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`;
}
