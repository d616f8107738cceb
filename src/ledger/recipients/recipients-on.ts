import { hasTables } from '../later/has-tables';
import type { OpenLedger } from '../posting-reads';
import { storedBlocks } from './blocks';
import { type RecipientEntry, storedEntries } from './recipient-entry';
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
 * @param before the register as it stood before that act of the journal; undefined where it had no row then
 */
export function recipientsOn(ledger: OpenLedger, day: string, before?: number): RecipientsOfDay | undefined {
  if (!hasRecipients(ledger)) return undefined;
  const isLater = (journal: number): boolean => before !== undefined && journal >= before;
  const entries = storedEntries(ledger.db).filter(({ journal }) => !isLater(journal));
  if (before !== undefined && entries.length === 0) return undefined;
  const asThen = (entry: RecipientEntry): RecipientEntry =>
    isLater(entry.answered) ? { ...entry, answered: 0, isConfirmed: false } : entry;
  const blocks = storedBlocks(ledger.db).filter(
    ({ journal, released }) => !isLater(journal) && (released === 0 || isLater(released)),
  );
  return standingsOn(entries.map(asThen), blocks, day);
}
