import { NorsktilskuddError, type RecipientCode } from '../../domain';
import { nowUtc } from '../../effects';
import type { PayableRecipient, RecipientHistoryRow } from '../../ledger';
import { withLedger } from '../acts/act';
import { recipientCodeOf } from './answer-recipients';

/** A recipient in the register, and why nothing can be paid to it; empty where it can. */
export interface ListedRecipient extends PayableRecipient {
  readonly mayBePaid: boolean;
  /** A proposed row of it waits for a second person. */
  readonly isWaiting: boolean;
}

/** The register of recipients on a day. */
export interface RecipientList {
  readonly on: string;
  readonly recipients: readonly ListedRecipient[];
  readonly counts: {
    readonly payable: number;
    readonly unconfirmed: number;
    readonly blocked: number;
    readonly withoutAccount: number;
    readonly waiting: number;
  };
}

/**
 * Everybody in the register on a day, `YYYY-MM-DD`; today where none is given.
 *
 * @throws NorsktilskuddError refused LEDGER_RECIPIENTS_MISSING
 */
export function listRecipients(db: string, on = nowUtc().slice(0, 10)): RecipientList {
  return withLedger(db, true, (ledger) => {
    ledger.prove();
    const register = ledger.recipientsOn(on);
    if (register === undefined) throw new NorsktilskuddError('refused', 'LEDGER_RECIPIENTS_MISSING', {});
    const waiting = new Set<RecipientCode>();
    for (const { facts, fate } of ledger.recipientHistory()) if (fate === 'waiting') waiting.add(facts.recipient);
    const recipients = [...register.values()].map((one) => ({
      ...one,
      mayBePaid: one.state === 'confirmed' && one.account !== '',
      isWaiting: waiting.has(one.recipient),
    }));
    const count = (test: (one: ListedRecipient) => boolean): number => recipients.filter(test).length;
    const counts = {
      payable: count(({ mayBePaid }) => mayBePaid),
      unconfirmed: count(({ state }) => state === 'unconfirmed'),
      blocked: count(({ state }) => state === 'blocked'),
      withoutAccount: count(({ state, account }) => state === 'confirmed' && account === ''),
      waiting: waiting.size,
    };
    return { on, recipients, counts };
  });
}

/** A recipient with every row that was ever proposed of it. */
export interface RecipientView {
  readonly on: string;
  readonly recipient: RecipientCode;
  /** undefined where no row holds on that day. */
  readonly standing: PayableRecipient | undefined;
  /** The oldest first. */
  readonly history: readonly RecipientHistoryRow[];
}

/**
 * One recipient by its number: how it stands on a day (today where none is given), and its history.
 *
 * @throws NorsktilskuddError usage LEDGER_RECIPIENTS_UNKNOWN; refused LEDGER_RECIPIENTS_MISSING
 */
export function showRecipient(db: string, recipient: string, on = nowUtc().slice(0, 10)): RecipientView {
  const code = recipientCodeOf(recipient);
  return withLedger(db, true, (ledger) => {
    ledger.prove();
    const register = ledger.recipientsOn(on);
    if (register === undefined) throw new NorsktilskuddError('refused', 'LEDGER_RECIPIENTS_MISSING', {});
    const history = ledger.recipientHistory().filter(({ facts }) => facts.recipient === code);
    if (history.length === 0) throw new NorsktilskuddError('usage', 'LEDGER_RECIPIENT_UNKNOWN', { recipient });
    return { on, recipient: code, standing: register.get(code), history };
  });
}
