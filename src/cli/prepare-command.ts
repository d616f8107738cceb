import type { Command } from 'commander';
import type { TextKey } from '../messages';
import { type CliContext, say } from './context';

/** Makes a command throw instead of ending the process, and write to the terminal that it was given. */
export function prepareCommand(command: Command, context: CliContext): void {
  command
    .hook('preSubcommand', (_command, called) => {
      context.commandName += ` ${called.name()}`;
    })
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', say(context, 'help.this_help'))
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => context.terminal.out(text),
      writeErr: (text) => context.terminal.err(text),
      outputError: () => undefined, // Said by failure-report, in the user's language.
      getOutHelpWidth: () => Math.min(context.terminal.columns, 120),
      getErrHelpWidth: () => Math.min(context.terminal.columns, 120),
    })
    .configureHelp({
      styleTitle: (title) => helpTitle(title, context),
      styleUsage: (text) =>
        inWords(
          text
            .replace('[options]', say(context, 'help.any_options'))
            .replace('[command]', say(context, 'help.any_command')),
          context,
        ),
      optionTerm: ({ flags }) => inWords(flags, context),
      argumentTerm: (argument) => inWords(`<${argument.name()}>`, context),
      subcommandTerm: (sub) =>
        inWords([sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '), context),
    });
}

/** Titles that the parser writes itself, by its English word. */
const HELP_TITLES: Readonly<Record<string, TextKey>> = {
  'Usage:': 'help.usage',
  'Options:': 'help.options',
  'Arguments:': 'help.arguments',
  'Commands:': 'help.commands',
};

function helpTitle(title: string, context: CliContext): string {
  const key = HELP_TITLES[title];
  return key === undefined ? title : say(context, key);
}

/** `--extract <folder>` as the reader sees it: what is to be filled in stands in the reader's language. */
function inWords(syntax: string, context: CliContext): string {
  const words = new Map(
    say(context, 'help.words')
      .split('|')
      .map((pair) => pair.split(' '))
      .map(([word = '', shown = '']) => [word, shown]),
  );
  return syntax.replace(/(?<=[<[])[a-z=-]+/g, (word) => words.get(word) ?? word);
}
