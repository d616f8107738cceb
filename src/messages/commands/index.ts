import { fillText, type Language } from '../catalogue';
import { type CommandText, commandsEn } from './en';
import { commandsNb } from './nb';

export type { CommandText } from './en';

/** Names of the texts that begin with a word and a dot: of flags, arguments or commands. */
export type TextsOf<Kind extends string> = CommandText extends infer Name
  ? Name extends `${Kind}.${infer Rest}`
    ? Rest
    : never
  : never;

const TEXTS: Readonly<Record<Language, Readonly<Record<CommandText, string>>>> = { nb: commandsNb, en: commandsEn };

/** A text of the help. */
export function commandText(
  name: CommandText,
  language: Language,
  params: Readonly<Record<string, string>> = {},
): string {
  return fillText(TEXTS[language][name], params, language);
}
