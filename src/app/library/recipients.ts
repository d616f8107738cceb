import { resolve } from 'node:path';
import {
  blockRecipients,
  confirmRecipients,
  type RecipientDecided,
  rejectRecipients,
} from '../recipients/answer-recipients';
import { importRecipients, type RecipientImport } from '../recipients/import-recipients';
import { listRecipients, type RecipientList, type RecipientView, showRecipient } from '../recipients/recipient-views';
import type { ActOptions } from './acting';
import { LedgerCare } from './care';

/** Who may be paid: proposed by one and confirmed by another. */
export class RecipientWork extends LedgerCare {
  /**
   * Proposes the rows of a file for the register of recipients; somebody else confirms them.
   *
   * @example tilskudd.importRecipients('recipients.csv').proposed
   */
  importRecipients(file: string, { actor, ...act }: ActOptions = {}): RecipientImport {
    return importRecipients(this.installation, resolve(file), { actor: this.actorOf(actor), ...act });
  }

  /** Everybody in the register of recipients on a day (today). @example tilskudd.recipients('2018-04-20').counts */
  recipients(on?: string): RecipientList {
    return listRecipients(this.installation.db, on);
  }

  /** One recipient with its history. @example tilskudd.recipient('0301').standing?.state */
  recipient(recipient: string, on?: string): RecipientView {
    return showRecipient(this.installation.db, recipient, on);
  }

  /**
   * Confirms as a second person what waits in the register of recipients.
   *
   * @example tilskudd.confirmRecipients(['0104'], 'called back on 5 April', { actor: 'ola' })
   */
  confirmRecipients(
    recipients: readonly string[] | 'all',
    reference: string,
    { actor, ...act }: ActOptions = {},
  ): RecipientDecided {
    return confirmRecipients(this.installation, { recipients, reference, actor: this.actorOf(actor), ...act });
  }

  /** Takes proposed rows back. @example tilskudd.rejectRecipients(['0104'], 'a forged letter') */
  rejectRecipients(
    recipients: readonly string[] | 'all',
    reference: string,
    { actor, ...act }: ActOptions = {},
  ): RecipientDecided {
    return rejectRecipients(this.installation, { recipients, reference, actor: this.actorOf(actor), ...act });
  }

  /** Blocks accounts until they are confirmed anew. @example tilskudd.blockRecipients(['0104'], 'the bank has called') */
  blockRecipients(
    recipients: readonly string[],
    reason: string,
    { actor, ...act }: ActOptions = {},
  ): { readonly blocked: readonly number[]; readonly journalHead: string } {
    return blockRecipients(this.installation, { ...act, recipients, reason, actor: this.actorOf(actor) });
  }
}
