import type { RecipientCode } from '../../domain';
import type { SignedActBy } from '../journal';
import { blockRecipients, confirmRecipients, rejectRecipients } from '../recipients/answer';
import { proposeRecipients } from '../recipients/propose';
import { recipientHistory } from '../recipients/recipient-history';
import { recipientsOn } from '../recipients/recipients-on';
import type { Doors } from './doors';

/** Who is paid. */
export function recipientsPart({ open, reading, act, acting }: Doors) {
  return {
    /** Proposes rows for the register of recipients; returns those that were news. */
    proposeRecipients: acting(proposeRecipients),
    /** Confirms proposed rows, and accounts that a bank refused, as a second person. */
    confirmRecipients: acting(confirmRecipients),
    /** Takes proposed rows back. */
    rejectRecipients: acting(rejectRecipients),
    /** Blocks the accounts of recipients until a second person has confirmed them anew; returns those blocked now. */
    blockRecipients: (by: SignedActBy & { readonly reason: string }, recipients: readonly RecipientCode[]) =>
      act(by, () => blockRecipients(open, { ...by, recipients })),
    /** Everybody in the register of recipients on a day, `YYYY-MM-DD`; undefined where the ledger has none. */
    recipientsOn: reading(recipientsOn),
    /** Every row of the register with who proposed and answered it, the oldest first; empty where the ledger has none. */
    recipientHistory: reading(recipientHistory),
  };
}
