import { answerCall } from './answer-call';
import { COMMANDS } from './commands';
import { endWith } from './end-with';
import { makeContext } from './make-context';
import type { Terminal } from './terminal';

/**
 * Runs one command and returns its exit code (data contract 5); never throws and never ends the process.
 *
 * @param argv arguments after the program's name
 * @example await main(['status', '--db', 'ledger.db'], processTerminal())
 */
export function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  return answerCall(argv, terminal, COMMANDS);
}

/** Says how a command ended that no longer can say it itself; returns the exit code. */
export function endingOf(cause: unknown, argv: readonly string[], terminal: Terminal): number {
  return endWith(cause, argv, makeContext(argv, terminal));
}
