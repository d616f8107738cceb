import type { ErrorDetail } from '../domain';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';

/** Tells warnings on standard error: what an answer rests on otherwise than its reader may believe. Each once. */
export function tellWarnings(warnings: readonly ErrorDetail[], context: CliContext): void {
  const { language, terminal } = context;
  const head = say(context, 'warning.warning');
  const todo = say(context, 'common.what_do');
  const lines = warnings.map(({ code, params }) => {
    const action = messageAction(code, language, params);
    const advice = action === '' ? '' : `  ${todo}: ${action}\n`;
    return `${head}: ${messageText(code, language, params)} [${code}]\n${advice}`;
  });
  for (const line of new Set(lines)) terminal.err(line);
}
