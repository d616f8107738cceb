import { hasTables } from '../later/has-tables';
import type { OpenLedger } from '../posting-reads';
import { openBlocks } from './blocks';
import { storedEntries } from './recipient-entry';
import { RECIPIENT_TABLES } from './recipient-tables';
import type { RecipientsOfDay } from './recipient-types';
import { standingsOn } from './register-state';

/** Whether a ledger holds a register of recipients. */
export function hasRecipients(ledger: OpenLedger): boolean {
  return hasTables(ledger, RECIPIENT_TABLES.name);
}

/**
 * Everybody in the register of recipients on a day, as its acts stand now; undefined where the ledger has no register.
 *
 * @param day `YYYY-MM-DD`: the cut-off date for what a run seals, the day of execution for what is paid
 */
export function recipientsOn(ledger: OpenLedger, day: string): RecipientsOfDay | undefined {
  if (!hasRecipients(ledger)) return undefined;
  return standingsOn(storedEntries(ledger.db), openBlocks(ledger.db), day);
}
