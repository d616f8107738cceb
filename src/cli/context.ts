import type { MessageParams } from '../domain';
import type { Language, Text } from '../messages';
import { fillText } from '../messages/catalogue';
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
  /** Makes a text red on standard error; leaves it as it is where no colour is wanted. */
  readonly red: (text: string) => string;
}

/** A text in the user's language, with its values: `{rows|row|rows}` is a number with its noun. */
export function say(context: Pick<CliContext, 'language'>, text: Text, params: MessageParams = {}): string {
  return fillText(text[context.language], params);
}
