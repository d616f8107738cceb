import { threadOfCommand } from '../effects';
import type { Terminal } from './terminal';

/** What a command on a thread tells: something to write, or its exit code. */
export type FromCommand =
  | { readonly kind: 'out' | 'err' | 'overwrite'; readonly text: string }
  | { readonly kind: 'end'; readonly code: number };

/** What the thread of a command is started with. */
export interface CommandInput {
  readonly argv: readonly string[];
  /** What a terminal is beside what it writes. */
  readonly surroundings: Pick<Terminal, 'outIsTty' | 'errIsTty' | 'columns'>;
}

/** Runs a command and returns its exit code. */
type Main = (argv: readonly string[], terminal: Terminal) => Promise<number>;
type Tell = (message: FromCommand) => void;

/** The terminal of the program as a thread has it: what it is given, the main thread writes. */
function terminalOfThread(surroundings: CommandInput['surroundings'], tell: Tell): Terminal {
  return {
    ...surroundings,
    cwd: process.cwd(),
    env: process.env,
    out: (text) => tell({ kind: 'out', text }),
    err: (text) => tell({ kind: 'err', text }),
    overwrite: (text) => tell({ kind: 'overwrite', text }),
  };
}

function isCommandInput(input: unknown): input is CommandInput {
  return typeof input === 'object' && input !== null && 'argv' in input && 'surroundings' in input;
}

/** On a thread of a command: runs it and tells its exit code. Elsewhere nothing. */
export async function serveCommand(main: Main): Promise<void> {
  const { input, tell } = threadOfCommand() ?? {};
  if (tell === undefined || !isCommandInput(input)) return;
  tell({ kind: 'end', code: await main(input.argv, terminalOfThread(input.surroundings, tell)) });
}
