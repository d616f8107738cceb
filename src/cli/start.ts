import { join } from 'node:path';
import { CommanderError } from 'commander';
import { lettingSignalsIn, runOnThread } from '../effects';
import { type Language, textOf } from '../messages';
import { INTERRUPTED_EXIT_CODE, sayInterrupted } from './interruption';
import { languageOf } from './language';
import { makeContext } from './make-context';
import { buildProgram } from './program';
import type { CommandInput, FromCommand } from './serve-command';
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

/** Another bundle of the program (.build.cjs), which lies beside this one. */
function bundlePath(name: 'explain' | 'program' | 'run'): string {
  return join(__dirname, `${name}.js`);
}

/**
 * Runs the program as its user called it. Help on the whole program is answered here; `explain`, `run` and everything else
 * have bundles of their own, so that none waits for what only another needs.
 *
 * @param argv arguments after the program's name
 * @param end given the exit code
 */
export async function startProgram(argv: readonly string[], end: (code: number) => void): Promise<void> {
  const terminal: Terminal = processTerminal((code) => sayUnwritten(terminal, languageOf(argv, terminal), code));
  if (argv.length === 1 && argv.every(asksForHelp)) return end(await showHelp(argv, terminal));
  const isShort = argv[0] === undefined || SHORT.includes(argv[0]) || argv.some(asksForHelp);
  end(isShort ? await runHere(argv, terminal) : await runThere(argv, terminal));
}

function asksForHelp(word: string): boolean {
  return HELP.includes(word);
}

/** Help on the program, or its version. */
async function showHelp(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await buildProgram(argv, makeContext(argv, terminal), {}).parseAsync(argv, { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
  }
  return 0;
}

/** What the command did stands, and its own fault tells more than this one; but what was to be read is not whole. */
function sayUnwritten(terminal: Terminal, language: Language, code: string): void {
  terminal.err(textOf('failure.unwritten', language, { code }));
  process.once('exit', (exitCode) => {
    if (exitCode === 0) process.exitCode = UNWRITTEN_EXIT_CODE;
  });
}

/** A short command: a signal that came meanwhile is answered when it is through. */
async function runHere(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { result, isAsked } = await lettingSignalsIn(() => loadMain(argv[0])(argv, terminal));
  if (!isAsked) return result;
  sayInterrupted(terminal, languageOf(argv, terminal), argv.includes('--json'));
  return INTERRUPTED_EXIT_CODE;
}

async function runThere(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { outIsTty, errIsTty, columns } = terminal;
  let code: number | undefined;
  const take = (message: unknown): void => {
    if (!isFromCommand(message)) return;
    if (message.kind === 'end') code = message.code;
    else terminal[message.kind](message.text);
  };
  const giveUp = (): void => {
    sayInterrupted(terminal, languageOf(argv, terminal), false);
    process.exit(INTERRUPTED_EXIT_CODE);
  };
  const input: CommandInput = { argv, surroundings: { outIsTty, errIsTty, columns } };
  const bundle = bundlePath(argv[0] === 'run' ? 'run' : 'program');
  const { cause } = await runOnThread(bundle, input, take, giveUp);
  if (code !== undefined) return code;
  const { endingOf }: typeof import('./every-command') = require(bundlePath('program'));
  return endingOf(cause ?? new Error('the thread of the command ended without a word'), argv, terminal);
}

function loadMain(command: string | undefined): typeof import('./main').main {
  const { main }: typeof import('./explain-alone') = require(bundlePath(command === 'explain' ? 'explain' : 'program'));
  return main;
}

function isFromCommand(message: unknown): message is FromCommand {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
