import { Argument, type Command, Option } from 'commander';
import { COMPONENTS, type ErrorDetail, NorsktilskuddError } from '../../domain';
import { type CommandName, commandText, type TextsOf } from '../../messages';
import type { CliContext } from '../context';
import { examplesText } from '../examples-text';
import { FLAGS } from '../flags/flags';
import { withSuggestedRun } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import { foldedProse } from '../folded-prose';
import { nextAnswer, withNext } from '../next/next-answer';
import { type NextAsked, needsKeyOf, nextAfter, nextText } from '../next/next-text';
import { prepareCommand } from '../prepare-command';
import { tellWarnings } from '../tell-warnings';
import { columnsOf } from '../view';
import type { JsonSchema, Shape } from './answer';
import { callWith } from './call';
import { jsonPieces } from './json-pieces';
import { type Call, type Check, type Input, readInput, type Sources, type Word, wordsOf } from './source';

/** A command: what it reads, what it does with that, and how the result is reported. */
export interface Declaration<S extends Sources, R> {
  /** Calls that the help shows first. */
  readonly examples?: readonly string[];
  /** Arguments, flags and settings, in the order in which the help lists them and faults are reported. */
  readonly input: S;
  readonly check?: Check<S>;
  /** What stands last in the help. */
  readonly helpEnd?: (context: CliContext) => string;
  /** Returns the result, as the library has it; prints nothing. */
  run(input: Input<S>, context: CliContext): R | Promise<R>;
  /** The result for programs, under --json. */
  readonly json: Shape<NoInfer<R>>;
  /** The same for people: texts one after the other. */
  text(result: NoInfer<R>, context: CliContext, input: Input<S>): string | readonly string[];
  /** Whether the text is a script, a page or data: it is never folded. */
  isAsItStands?(input: Input<S>): boolean;
  /** Told first, on standard error. */
  warnings?(result: NoInfer<R>): readonly ErrorDetail[];
  /** Said last, on what the call was about (next-text.ts), and under --json as `next`. */
  next?(result: NoInfer<R>, input: Input<S>): NextAsked | undefined;
  /** Once it is reported: another exit code, or a failure. */
  end?(result: NoInfer<R>, context: CliContext, input: Input<S>): void;
}

/** A command as the parser is told of it. */
export interface CommandModule {
  /** Schemas of what it answers under --json, by the name of the command (`lists.sign`). */
  readonly answers: Readonly<Record<string, JsonSchema>>;
  configure(parser: Command, context: CliContext): void;
}

/** Commands by name: all of them, or those that one bundle of the program has. */
export type CommandModules = Readonly<Partial<Record<CommandName, CommandModule>>>;

/** Flags that every command has. */
const COMMON = {
  json: FLAGS.json,
  config: SETTINGS.config,
  lang: SETTINGS.lang,
  noColor: FLAGS.noColor,
  quiet: FLAGS.quiet,
} as const;

/**
 * Declares a command: `run` does it, `json` and `text` say the result.
 *
 * @param name that its texts go by (`command.run`)
 * @example command('forget', { input, run: (input) => forgetPersons(input), json: object({ persons: whole }), text: ... })
 */
export function command<S extends Sources, R>(name: TextsOf<'command'>, declaration: Declaration<S, R>): CommandModule {
  const { examples = [], input, check, helpEnd } = declaration;
  return {
    answers: { [name]: declaration.next === undefined ? declaration.json.schema : withNext(declaration.json.schema) },
    configure(parser, context) {
      parser.description(commandText(`command.${name}`, context.language));
      if (examples.length > 0) parser.addHelpText('before', examplesText(context, examples));
      if (helpEnd !== undefined) parser.addHelpText('after', `\n${helpEnd(context)}`);
      for (const word of wordsOf({ ...input, ...COMMON })) addWord(parser, word, context);
      parser.action(async () => {
        const call = callOf(parser, context);
        context.needsKey = () => needsKeyOf(call);
        const read = readInput(input, call, context.commandName, check);
        const result = await resultOf(() => declaration.run(read, context), call);
        tell(declaration, result, context, read, call);
        declaration.end?.(result, context, read);
      });
    },
  };
}

/**
 * Declares a command that is nothing but others: `lists sign`, `lists show`.
 *
 * @param unnamed the one that is meant where none is named
 */
export function commandGroup(
  name: TextsOf<'command'>,
  examples: readonly string[],
  commands: Readonly<Record<string, CommandModule>>,
  unnamed = '',
): CommandModule {
  return {
    answers: Object.assign({}, ...Object.values(commands).map(({ answers }) => answers)),
    configure(parser, context) {
      parser.description(commandText(`command.${name}`, context.language));
      parser.addHelpText('before', examplesText(context, examples));
      if (unnamed !== '') parser.hook('preSubcommand', refuseUnknown);
      for (const [word, { configure }] of Object.entries(commands)) {
        const inner = parser.command(word, { isDefault: word === unnamed });
        configure(inner, context);
        prepareCommand(inner, context);
      }
    },
  };
}

/** A single word that comes first, in the place of a file, is a command that was meant: `receipt show`. A file of such a name is given as `./show`. */
function refuseUnknown(group: Command): void {
  const [word = ''] = group.args;
  const names = group.commands.map((inner) => inner.name());
  if (!/^[a-z]+$/.test(word) || names.includes(word)) return;
  const command = `norsktilskudd ${group.name()}`;
  throw new NorsktilskuddError('usage', 'USAGE_UNKNOWN_COMMAND', { word: `${group.name()} ${word}`, command });
}

/** What a command gives; of a run that is unknown the failure says which one was probably meant. */
async function resultOf<R>(run: () => R | Promise<R>, call: Call): Promise<R> {
  try {
    return await run();
  } catch (cause) {
    throw withSuggestedRun(cause, call);
  }
}

/** Says a result: for programs with --json one line of JSON, else the text. */
function tell<S extends Sources, R>(
  declaration: Declaration<S, R>,
  result: R,
  context: CliContext,
  input: Input<S>,
  call: Call,
): void {
  const { json, text, warnings, next } = declaration;
  const { terminal } = context;
  tellWarnings(warnings?.(result) ?? [], context);
  if (context.quiet && !context.json) return;
  const step = () => nextAfter(next?.(result, input), call, context);
  if (context.json) {
    const answer = json.encode(result, context);
    const whole = next === undefined ? answer : { ...Object(answer), next: nextAnswer(step()) };
    for (const piece of jsonPieces(whole)) terminal.out(piece);
    return;
  }
  const columns = declaration.isAsItStands?.(input) ? Number.POSITIVE_INFINITY : columnsOf(context);
  for (const part of [text(result, context, input)].flat()) if (part !== '') terminal.out(foldedProse(part, columns));
  const found = step();
  if (found !== undefined) terminal.out(nextText(found.step, found.context));
}

/** A flag that knows its values, for shells; commander's own choices would check them apart from all other faults. */
export class OfferedOption extends Option {
  offers: readonly string[] = [];
}

/** The same of an argument. */
export class OfferedArgument extends Argument {
  offers: readonly string[] = [];
}

function addWord(parser: Command, word: Word, context: CliContext): void {
  const { language } = context;
  const { offers = [] } = word;
  if (word.kind === 'argument') {
    const says = commandText(`argument.${word.text}`, language);
    parser.addArgument(Object.assign(new OfferedArgument(word.syntax, says), { offers }));
    return;
  }
  const says = commandText(`flag.${word.text}`, language, { components: COMPONENTS.join(', ') });
  const option = Object.assign(new OfferedOption(word.syntax, says), { offers });
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
