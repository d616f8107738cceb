import { type Language, textOf } from '../messages';
import type { Terminal } from './terminal';

/** Exit code of what the user stopped (data contract 5). */
export const INTERRUPTED_EXIT_CODE = 130;

/** Says that the user stopped the command; for programs in one object. */
export function sayInterrupted(terminal: Terminal, language: Language, json: boolean): void {
  const message = textOf('failure.interrupted', language);
  terminal.err(`${message}\n`);
  if (!json) return;
  terminal.out(`${JSON.stringify({ error: { kind: 'interrupted', exit_code: INTERRUPTED_EXIT_CODE, message } })}\n`);
}
