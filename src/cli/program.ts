import { Command } from 'commander';
import { programVersion } from '../app';
import { COMMAND_NAMES, type CommandName, commandText, LANGUAGES } from '../messages';
import { type CliContext, say } from './context';
import type { CommandModules } from './declare/command';
import { choice } from './declare/kinds';
import { Problems } from './declare/problems';
import { examplesText } from './examples-text';
import { prepareCommand } from './prepare-command';
import { tooManyWords } from './usage-errors';

/**
 * The program for one call. Where the first argument is a command, that one is all there is; otherwise every command
 * stands in the list with its summary.
 */
export function buildProgram(argv: readonly string[], context: CliContext, modules: CommandModules): Command {
  const program = new Command('norsktilskudd');
  program
    .description(say(context, 'help.program'))
    .version(programVersion(), '-V, --version', say(context, 'help.version'));
  program.hook('preAction', (_program, called) => {
    checkWords(called, context);
    checkLanguage(called.opts<{ lang?: string }>().lang, context);
  });
  for (const name of commandsFor(argv)) {
    const command = program.command(name).summary(commandText(`command.${name}.summary`, context.language));
    prepareCommand(command, context);
    if (argv.includes(name)) modules[name]?.configure(command, context);
  }
  program.addHelpText('before', examplesText(context, PROGRAM_EXAMPLES));
  program.addHelpText('after', `\n${say(context, 'help.exit_codes')}`);
  prepareCommand(program, context);
  return program;
}

function commandsFor(argv: readonly string[]): readonly CommandName[] {
  const called = COMMAND_NAMES.filter((name) => name === argv[0]);
  return called.length > 0 ? called : COMMAND_NAMES;
}

/** The parser lets words through that no argument takes, so that the failure can name them. */
function checkWords({ args, registeredArguments }: Command, context: CliContext): void {
  const superfluous = registeredArguments.some(({ variadic }) => variadic)
    ? []
    : args.slice(registeredArguments.length);
  if (superfluous.length > 0) throw tooManyWords(superfluous, context.commandName);
}

/** The language is looked up before the flags are read; a wrong one is refused here. */
function checkLanguage(flag: string | undefined, context: CliContext): void {
  const problems = new Problems();
  const language = choice(...LANGUAGES);
  for (const [name, given] of Object.entries({
    '--lang': flag,
    NORSKTILSKUDD_LANG: context.terminal.env.NORSKTILSKUDD_LANG,
  })) {
    if (given !== undefined) language(given, { name, folder: context.terminal.cwd, problems });
  }
  problems.finish(context.commandName);
}

const PROGRAM_EXAMPLES = [
  'norsktilskudd init --year 2018 --as kari',
  'norsktilskudd run --extract extract/ --year 2018 --term 1 --as kari',
  'norsktilskudd approve 2018-T1-0123456789ab --as ola',
  'norsktilskudd explain --person 201212345603 --lang nb',
];
