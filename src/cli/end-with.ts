import { join } from 'node:path';
import { CommanderError } from 'commander';
import { NorsktilskuddError, withoutPersonIds } from '../domain';
import {
  errorCodeOf,
  INTERRUPTED,
  isInterrupted,
  monotonicMilliseconds,
  nowUtc,
  temporaryFolder,
  writeWholeFile,
} from '../effects';
import { type CliContext, say } from './context';
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

/**
 * Says that the program itself is at fault (exit 1): no stack and no ids on the screen; both go, the ids masked, to a
 * file that only its owner can read.
 */
export function reportCrash(cause: unknown, argv: readonly string[], context: CliContext): void {
  const file = writeDebugFile(cause, argv);
  const name = cause instanceof Error ? cause.name : 'unknown';
  const where = file ?? say(context, 'failure.no_debug_file');
  context.terminal.err(say(context, 'failure.of_program', { name, where }));
  if (context.json)
    context.terminal.out(
      `${JSON.stringify({ error: { kind: 'fault', exit_code: 1, name, debug_file: file ?? null } })}\n`,
    );
}

function writeDebugFile(cause: unknown, argv: readonly string[]): string | undefined {
  const stack =
    cause instanceof Error ? `${cause.stack ?? cause.message}\ncause: ${String(cause.cause ?? 'none')}` : String(cause);
  const text = [`time ${nowUtc()}`, `node ${process.version}`, `command ${argv.join(' ')}`, stack, ''].join('\n');
  const unique = `${process.pid}-${Math.floor(monotonicMilliseconds())}`;
  const file = join(temporaryFolder(), `norsktilskudd-debug-${unique}.txt`);
  try {
    writeWholeFile(file, maskIds(text), 0o600);
    return file;
  } catch {
    return undefined; // A full disk may be what went wrong in the first place.
  }
}

/** DUF numbers, national ids and account numbers become stars: 11 or 12 digits, however they are grouped. */
export function maskIds(text: string): string {
  const grouped = /(?<!\d)\d{6}[ .-]?\d{5,6}(?!\d)/g;
  return withoutPersonIds(text).replace(grouped, (found) => found.replace(/\d/g, '*'));
}
