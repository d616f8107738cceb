import type { NextStep } from '../../app';
import { type CliContext, say } from '../context';
import { tableUnder } from '../view';
import { faultText, typedText } from './next-text';

/** Everything that can be done now, with what keeps each from going on. */
export function nextStepsText(steps: readonly NextStep[], context: CliContext): string {
  if (steps.length === 0) return '';
  const rows = steps.map(({ kind, runId, blockedBy }, index) => [
    String(index + 1),
    say(context, `next.kind_${kind}`),
    runId,
    named(blockedBy.map((name) => faultText(name, context))),
  ]);
  const head = say(context, 'next.columns').split('|');
  const typed = steps.map(
    (step, index) => `${index + 1}: ${typedText(step, { ...context, cwd: context.terminal.cwd })}\n`,
  );
  return `${say(context, 'next.title')}${tableUnder(head, 'llll', rows, context)}${typed.join('')}\n`;
}

/** Names that are told; of more, their number. */
const NAMED = 4;

function named(names: readonly string[]): string {
  return names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')}, ... (${names.length})`;
}
