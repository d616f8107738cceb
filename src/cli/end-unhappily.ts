import type { NorsktilskuddError } from '../domain';
import type { CliContext } from './context';
import { failureText } from './failure-report';
import { maskPersonIds } from './mask-person-ids';

/** The result has been reported, and something in it must be looked at: says what, and ends with its exit code. */
export function endUnhappily(failure: NorsktilskuddError, context: CliContext): void {
  context.terminal.err(failureText(maskPersonIds(failure), context));
  context.exitCode = failure.exitCode;
}
