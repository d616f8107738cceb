import { NorsktilskuddError, parseRecipientCode, type RecipientCode } from '../../domain';
import type { RecipientAnswer } from '../../ledger';
import { type Act, type ActingInstallation, withAct } from '../acts/act';

/** Which recipients are meant, and on what the answer rests. */
export interface RecipientDecision extends Act {
  /** `0301`, `15`; `all` for everything that waits but changed accounts and organisation numbers. */
  readonly recipients: readonly string[] | 'all';
  /** How it was checked, or why it is rejected. */
  readonly reference: string;
}

/** What came of it. */
export interface RecipientDecided extends RecipientAnswer {
  readonly journalHead: string;
}

/** Confirms proposed rows, and blocked accounts by their recipient's name, as a second person. */
export function confirmRecipients(installation: ActingInstallation, decision: RecipientDecision): RecipientDecided {
  return withAct(installation, decision, (ledger, by) => {
    const { reference } = decision;
    const answer = ledger.confirmRecipients({ ...by, recipients: codesOf(decision), reference });
    return { ...answer, journalHead: ledger.journalHead() };
  });
}

/** Takes proposed rows back, with a reason. */
export function rejectRecipients(installation: ActingInstallation, decision: RecipientDecision): RecipientDecided {
  return withAct(installation, decision, (ledger, by) => {
    const { reference } = decision;
    const answer = ledger.rejectRecipients({ ...by, recipients: codesOf(decision), reference });
    return { ...answer, journalHead: ledger.journalHead() };
  });
}

/** Blocks the accounts of recipients until a second person has confirmed them anew. */
export function blockRecipients(
  installation: ActingInstallation,
  { recipients, reason, ...act }: Act & { readonly recipients: readonly string[]; readonly reason: string },
): { readonly blocked: readonly RecipientCode[]; readonly journalHead: string } {
  return withAct(installation, { ...act, reason }, (ledger, by) => ({
    blocked: ledger.blockRecipients({ ...by, reason }, recipients.map(recipientCodeOf)),
    journalHead: ledger.journalHead(),
  }));
}

function codesOf({ recipients }: RecipientDecision): readonly RecipientCode[] | 'all' {
  return recipients === 'all' ? 'all' : recipients.map(recipientCodeOf);
}

/** @throws NorsktilskuddError usage FLAG_BAD_VALUE */
export function recipientCodeOf(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  if (code !== undefined) return code;
  throw new NorsktilskuddError('usage', 'FLAG_BAD_VALUE', { flag: 'RECIPIENT', value: text, expected: '0301, 32' });
}
