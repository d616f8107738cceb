import type { RecipientDecided } from '../../app';
import { formatRecipientCode, type RecipientCode } from '../../domain';
import { type CliContext, say } from '../context';

/** Recipients that are named; of more, the first are. */
const NAMED = 12;

/** What became of the rows that waited. */
export function decidedText(
  { answered, released, already, left, journalHead }: RecipientDecided,
  fate: 'confirmed' | 'rejected',
  context: CliContext,
): string {
  const count = answered.length;
  return [
    count === 0 ? '' : say(context, `recipients.answer_${fate}`, { count, names: names(answered, context) }),
    released.length === 0 ? '' : say(context, 'recipients.answer_released', { names: names(released, context) }),
    already.length === 0 ? '' : say(context, 'recipients.answer_already', { names: names(already, context) }),
    left.length === 0 ? '' : say(context, 'recipients.answer_left', { count: left.length, names: numbers(left) }),
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
  return say(context, 'recipients.answer_blocked', { names: names(blocked, context) }) + head;
}

/** Every one, for those who have to be named one by one. */
function numbers(codes: readonly RecipientCode[]): string {
  return codes.map(formatRecipientCode).join(', ');
}

function names(codes: readonly RecipientCode[], context: CliContext): string {
  if (codes.length <= NAMED) return numbers(codes);
  return say(context, 'recipients.some_named', { names: numbers(codes.slice(0, NAMED)), more: codes.length - NAMED });
}
