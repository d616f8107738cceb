import { type Command, Option } from 'commander';
import { COMPONENTS } from '../../domain';
import { commandText, type TextsOf } from '../../messages';
import type { CommandModule } from '../commands';
import type { CliContext } from '../context';
import { examplesText } from '../examples-text';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import { prepareCommand } from '../prepare-command';
import { callWith } from './call';
import { type Call, type Check, type Input, readInput, type Sources, type Word, wordsOf } from './source';

/** A command: what it reads, and what it does with that. */
export interface Declaration<S extends Sources> {
  /** Calls that the help shows first. */
  readonly examples?: readonly string[];
  /** Arguments, flags and settings, in the order in which the help lists them and faults are told. */
  readonly input: S;
  readonly check?: Check<S>;
  /** What stands last in the help. */
  readonly helpEnd?: (context: CliContext) => string;
  run(input: Input<S>, context: CliContext): void | Promise<void>;
}

/** Flags that every command has. */
const COMMON = { json: FLAGS.json, config: SETTINGS.config, lang: SETTINGS.lang, noColor: FLAGS.noColor } as const;

/**
 * Declares a command.
 *
 * @param name that its texts go by (`command.run`)
 * @example const runCommand = command('run', { input: { grantYear: required(FLAGS.year) }, run: ({ grantYear }) => ... })
 */
export function command<S extends Sources>(name: TextsOf<'command'>, declaration: Declaration<S>): CommandModule {
  const { examples = [], input, check, helpEnd, run } = declaration;
  return {
    configure(parser, context) {
      parser.description(commandText(`command.${name}`, context.language));
      if (examples.length > 0) parser.addHelpText('before', examplesText(context, examples));
      if (helpEnd !== undefined) parser.addHelpText('after', `\n${helpEnd(context)}`);
      for (const word of wordsOf({ ...input, ...COMMON })) addWord(parser, word, context);
      parser.action(() => run(readInput(input, callOf(parser, context), context.commandName, check), context));
    },
  };
}

/** Declares a command that is nothing but others: `lists sign`, `lists show`. */
export function commandGroup(
  name: TextsOf<'command'>,
  examples: readonly string[],
  commands: Readonly<Record<string, CommandModule>>,
): CommandModule {
  return {
    configure(parser, context) {
      parser.description(commandText(`command.${name}`, context.language));
      parser.addHelpText('before', examplesText(context, examples));
      for (const [word, { configure }] of Object.entries(commands)) {
        const inner = parser.command(word);
        configure(inner, context);
        prepareCommand(inner, context);
      }
    },
  };
}

/** Says a result: for programs with --json one line of JSON, else the text. */
export function answer(context: CliContext, json: () => object, text: () => string): void {
  context.terminal.out(context.json ? `${JSON.stringify(json())}\n` : text());
}

function addWord(parser: Command, word: Word, context: CliContext): void {
  const { language } = context;
  if (word.kind === 'argument') {
    parser.argument(word.syntax, commandText(`argument.${word.text}`, language));
    return;
  }
  const says = commandText(`flag.${word.text}`, language, { components: COMPONENTS.join(', ') });
  const option = new Option(word.syntax, says);
  if (word.repeated) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
  parser.addOption(option);
}

/** The words that the parser found, by flag or argument. */
function callOf(parser: Command, context: CliContext): Call {
  const words = new Map<string, readonly string[]>();
  const keep = (key: string, value: unknown): void => {
    if (Array.isArray(value)) words.set(key, value.map(String));
    else if (typeof value === 'string') words.set(key, [value]);
    else if (value === true) words.set(key, []);
  };
  for (const option of parser.options) {
    const value: unknown = parser.getOptionValue(option.attributeName());
    keep(option.long ?? '', option.negate ? value === false : value);
  }
  const found: readonly unknown[] = parser.processedArgs;
  for (const [index, argument] of parser.registeredArguments.entries()) keep(argument.name(), found[index]);
  return callWith(words, context);
}
