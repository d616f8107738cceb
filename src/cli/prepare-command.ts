import type { Command } from 'commander';
import { type CliContext, say } from './context';

/** Makes a command throw instead of ending the process, and write to the terminal that it was given. */
export function prepareCommand(command: Command, context: CliContext): void {
  command
    .hook('preSubcommand', (_command, called) => {
      context.commandName += ` ${called.name()}`;
    })
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', say(context, { nb: 'denne hjelpen', en: 'this help' }))
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
      styleTitle: (title) => HELP_TITLES[context.language][title] ?? title,
      styleUsage: (text) =>
        context.language === 'nb' ? text.replace('[options]', '[flagg]').replace('[command]', '[kommando]') : text,
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
    });
}

const HELP_TITLES: Record<'nb' | 'en', Record<string, string>> = {
  nb: {
    'Usage:': 'Bruk:',
    'Options:': 'Flagg:',
    'Arguments:': 'Argumenter:',
    'Commands:': 'Kommandoer:',
  },
  en: {},
};
