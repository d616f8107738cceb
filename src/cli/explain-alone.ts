import { answerCall } from './answer-call';
import { explainCommand } from './commands/explain';
import type { Terminal } from './terminal';

/** `explain` without the other commands: reading and compiling them takes longer than explaining a line. */
export function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  return answerCall(argv, terminal, { explain: explainCommand });
}
