import { CommanderError } from 'commander';
import { NorsktilskuddError } from '../domain';
import { errorCodeOf, INTERRUPTED, isInterrupted } from '../effects';
import type { CliContext } from './context';
import { reportCrash } from './crash-report';
import { failureJson, failureText } from './failure-report';
import { INTERRUPTED_EXIT_CODE, sayInterrupted } from './interruption';
import { maskPersonIds } from './mask-person-ids';
import { reportSystemFailure, systemFailureOf } from './system-failure';
import { usageError } from './usage-errors';

/** Says what a command threw and returns the exit code (data contract 5). */
export function endWith(cause: unknown, argv: readonly string[], context: CliContext): number {
  // Whatever else went wrong once the user had asked to stop came of stopping.
  if (errorCodeOf(cause) === INTERRUPTED || isInterrupted()) {
    sayInterrupted(context.terminal, context.language, context.json);
    return INTERRUPTED_EXIT_CODE;
  }
  if (cause instanceof CommanderError) {
    if (cause.code === 'commander.help') return 2;
    return endWith(usageError(cause, context.commandName), argv, context);
  }
  if (cause instanceof NorsktilskuddError) {
    const reported = maskPersonIds(cause);
    context.terminal.err(`${failureText(reported, context)}${context.afterFailure ?? ''}`);
    if (context.json) context.terminal.out(failureJson(reported, context.language));
    return cause.exitCode;
  }
  const refused = systemFailureOf(cause);
  if (refused) {
    reportSystemFailure(refused, context);
    return refused.exitCode;
  }
  reportCrash(cause, argv, context);
  return 1;
}
