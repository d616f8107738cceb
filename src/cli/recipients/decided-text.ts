import type { RecipientDecided } from '../../app';
import { formatRecipientCode, type RecipientCode } from '../../domain';
import { type CliContext, say } from '../context';

const names = (codes: readonly RecipientCode[]): string => codes.map(formatRecipientCode).join(', ');

/** What became of the rows that waited. */
export function decidedText(
  { answered, released, already, left, journalHead }: RecipientDecided,
  fate: 'confirmed' | 'rejected',
  context: CliContext,
): string {
  const count = answered.length;
  return [
    count === 0 ? '' : say(context, `recipients.answer_${fate}`, { count, names: names(answered) }),
    released.length === 0 ? '' : say(context, 'recipients.answer_released', { names: names(released) }),
    already.length === 0 ? '' : say(context, 'recipients.answer_already', { names: names(already) }),
    left.length === 0 ? '' : say(context, 'recipients.answer_left', { count: left.length, names: names(left) }),
    count + released.length + already.length + left.length === 0 ? say(context, 'recipients.nothing_waits') : '',
    say(context, 'common.journal_head', { head: journalHead }),
  ].join('');
}

/** Recipients that are blocked now. */
export function blockedText(
  { blocked, journalHead }: { readonly blocked: readonly RecipientCode[]; readonly journalHead: string },
  context: CliContext,
): string {
  const head = say(context, 'common.journal_head', { head: journalHead });
  if (blocked.length === 0) return say(context, 'recipients.nothing_blocked') + head;
  return say(context, 'recipients.answer_blocked', { names: names(blocked) }) + head;
}
