import { type Language, type TextArguments, type TextKey, textOf } from '../messages';
import type { Terminal } from './terminal';

/** What every command is given: its surroundings, the language it speaks, and where its exit code goes. */
export interface CliContext {
  readonly terminal: Terminal;
  readonly language: Language;
  /** Name of the command for messages, `norsktilskudd run`. */
  commandName: string;
  /** Set by the command when it ends without throwing (data contract 5). */
  exitCode: number;
  /** What a command that fails has to say after its failure, such as what was read. */
  afterFailure?: string;
  /** True once --json was given: one JSON object on standard output, also for failures. */
  json: boolean;
  /** True where --quiet was given: nothing is said of what went well. */
  readonly quiet?: boolean;
  /** ` --db FILE --config FILE` where this call named its ledger or settings: a command that is suggested must name them, too. */
  readonly ledgerFlag?: string;
  /** Whether the ledger of this call requires signatures; undefined where there is none. */
  needsKey?: () => boolean | undefined;
  /** The call as it was given, `norsktilskudd size --year 2018`, without the folder that it writes into and without ids of persons. */
  readonly call?: string;
  /** Makes a text red on standard error; leaves it as it is where no colour is wanted. */
  readonly red: (text: string) => string;
}

/**
 * A text in the user's language, with its values: `{rows|row|rows}` is a number with its noun.
 *
 * @example say(context, 'approval.posted', { runId })
 */
export function say<Key extends TextKey>({ language }: Speaker, key: Key, ...values: TextArguments<Key>): string {
  return textOf(key, language, ...values);
}

/** Whoever is spoken to. */
type Speaker = Pick<CliContext, 'language'>;
