import type { ErrorDetail, MessageCode } from '../domain';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';

/** Warnings of one code that are told one by one; the others are counted. */
const TOLD_MAX = 20;

/**
 * Tells warnings on standard error: what an answer rests on otherwise than its reader may believe. Each once, those of one
 * code together; of several in a row that want the same, the last says what to do.
 */
export function tellWarnings(warnings: readonly ErrorDetail[], context: CliContext): void {
  const byCode = new Map<MessageCode, Map<string, string>>();
  for (const { code, params } of warnings) {
    const lines = byCode.get(code) ?? new Map<string, string>();
    lines.set(messageText(code, context.language, params), messageAction(code, context.language, params));
    byCode.set(code, lines);
  }
  for (const [code, lines] of byCode) for (const text of textsOf(code, [...lines], context)) context.terminal.err(text);
}

function textsOf(
  code: MessageCode,
  lines: readonly (readonly [text: string, action: string])[],
  context: CliContext,
): string[] {
  const head = say(context, 'warning.warning');
  const shown = lines.slice(0, TOLD_MAX);
  const count = lines.length - shown.length;
  return shown.flatMap(([text, action], index) => {
    const more = count > 0 && index === TOLD_MAX - 1 ? [say(context, 'warning.more', { count, code })] : [];
    const isSaidNext = action === '' || action === shown[index + 1]?.[1];
    const advice = isSaidNext ? [] : [`  ${say(context, 'common.what_do')}: ${action}\n`];
    return [`${head}: ${text} [${code}]\n`, ...more, ...advice];
  });
}
