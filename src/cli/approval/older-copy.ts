import type { ErrorDetail } from '../../domain';
import { messageAction, messageText } from '../../messages';
import { type CliContext, say } from '../context';

/** What stands first where a ledger is, or may be, an older copy: what is missing and what to do. Empty where all is well. */
export function olderCopyText(missing: readonly ErrorDetail[], context: CliContext): string {
  if (missing.length === 0) return '';
  const title = say(context, 'approval.not_certainly_newest');
  const rows = missing.map(({ code, params }) => `- ${messageText(code, context.language, params)}\n`);
  const code = missing.every((detail) => detail.code === 'LEDGER_NOTE_MISSING')
    ? 'LEDGER_NOTE_MISSING'
    : 'LEDGER_BEHIND';
  return `${title}\n${rows.join('')}  ${messageAction(code, context.language, {})}\n\n`;
}

/** The same for programs. */
export function olderCopyJson(missing: readonly ErrorDetail[]): object[] {
  return missing.map(({ code, params }) => ({ code, ...params }));
}
