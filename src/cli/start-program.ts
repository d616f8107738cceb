import { runOnThread, threadOfCommand } from '../effects/command-thread';
import { lettingSignalsIn } from '../effects/system';
import type { Language } from '../messages/catalogue';
import { INTERRUPTED_EXIT_CODE, sayInterrupted } from './interruption';
import { languageOf } from './language';
import { processTerminal, type Terminal } from './terminal';

/**
 * Commands that take no longer than it takes to start a thread. They are through before a signal could be answered;
 * all others run on a thread of their own, so that Ctrl-C is heard whatever they do.
 */
const SHORT = ['access', 'explain', 'init', 'keys', 'lists', 'reveal', 'status'];
/** What shows something and ends. */
const HELP = ['-h', '--help', '-V', '--version'];

/** Exit code of a command that went well, of whose words some could not be written. */
const UNWRITTEN_EXIT_CODE = 1;

/** What a command on a thread tells: something to write, or its exit code. */
type Told =
  | { readonly kind: 'out' | 'err' | 'overwrite'; readonly text: string }
  | { readonly kind: 'end'; readonly code: number };

/** What a terminal is beside what it writes. */
type Surroundings = Pick<Terminal, 'outIsTty' | 'errIsTty' | 'columns'>;
interface CommandInput {
  readonly argv: readonly string[];
  readonly surroundings: Surroundings;
}

/**
 * Runs the program as its user called it, and again on the thread that it starts for a command.
 *
 * @param script the file that calls this
 * @param argv arguments after the program's name
 * @param end given the exit code on the main thread
 */
export async function startProgram(
  script: string,
  argv: readonly string[],
  end: (code: number) => void,
): Promise<void> {
  const thread = threadOfCommand();
  if (thread !== undefined) {
    const input = thread.input;
    if (!isCommandInput(input)) return;
    const code = await runMain(input.argv, tellingTerminal(input.surroundings, thread.tell));
    thread.tell({ kind: 'end', code } satisfies Told);
    return;
  }
  const terminal: Terminal = processTerminal((code) => sayUnwritten(terminal, languageOf(argv, terminal), code));
  const isShort = argv[0] === undefined || SHORT.includes(argv[0]) || argv.some((word) => HELP.includes(word));
  end(isShort ? await runHere(argv, terminal) : await runThere(script, argv, terminal));
}

/** What the command did stands, and its own fault tells more than this one; but what was to be read is not whole. */
function sayUnwritten(terminal: Terminal, language: Language, code: string): void {
  terminal.err(
    language === 'nb'
      ? `Feil: Det som kommandoen sier, kunne ikke skrives (${code}). Det som den har gjort, er gjort.\nGjør dette: Frigjør plass, eller send det et annet sted, og spør på nytt (status viser hva som står).\n`
      : `Error: What the command says could not be written (${code}). What it has done is done.\nWhat to do: Free space or send it elsewhere, and ask again (status shows what stands).\n`,
  );
  process.once('exit', (exitCode) => {
    if (exitCode === 0) process.exitCode = UNWRITTEN_EXIT_CODE;
  });
}

/** A short command: a signal that came meanwhile is answered when it is through. */
async function runHere(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { result, isAsked } = await lettingSignalsIn(() => runMain(argv, terminal));
  if (!isAsked) return result;
  sayInterrupted(terminal, languageOf(argv, terminal), argv.includes('--json'));
  return INTERRUPTED_EXIT_CODE;
}

async function runThere(script: string, argv: readonly string[], terminal: Terminal): Promise<number> {
  const { outIsTty, errIsTty, columns } = terminal;
  let code: number | undefined;
  const take = (message: unknown): void => {
    if (!isTold(message)) return;
    if (message.kind === 'end') code = message.code;
    else terminal[message.kind](message.text);
  };
  const giveUp = (): void => {
    sayInterrupted(terminal, languageOf(argv, terminal), false);
    process.exit(INTERRUPTED_EXIT_CODE);
  };
  const input: CommandInput = { argv, surroundings: { outIsTty, errIsTty, columns } };
  const { cause } = await runOnThread(script, input, take, giveUp);
  if (code !== undefined) return code;
  const { endingOf }: typeof import('./main') = require('./main');
  return endingOf(cause ?? new Error('the thread of the command ended without a word'), argv, terminal);
}

function runMain(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { main }: typeof import('./main') = require('./main');
  return main(argv, terminal);
}

/** The terminal of the program as a thread has it: what it is told, the main thread writes. */
function tellingTerminal(surroundings: Surroundings, tell: (told: Told) => void): Terminal {
  return {
    ...surroundings,
    cwd: process.cwd(),
    env: process.env,
    out: (text) => tell({ kind: 'out', text }),
    err: (text) => tell({ kind: 'err', text }),
    overwrite: (text) => tell({ kind: 'overwrite', text }),
  };
}

function isTold(message: unknown): message is Told {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

function isCommandInput(input: unknown): input is CommandInput {
  return typeof input === 'object' && input !== null && 'argv' in input && 'surroundings' in input;
}
