import { fillText, type Language } from '../catalogue';
import { flagsEn } from '../flags/en';
import { flagsNb } from '../flags/nb';
import { commandsEn } from './en';
import { commandsNb } from './nb';

/** Names of the texts of commands, arguments and flags. */
export type CommandText = keyof typeof commandsEn | keyof typeof flagsEn;

/** Names of the texts that begin with a word and a dot: of flags, arguments or commands. */
export type TextsOf<Kind extends string> = CommandText extends infer Name
  ? Name extends `${Kind}.${infer Rest}`
    ? Rest
    : never
  : never;

type Summarised<Name> = Name extends `${infer Command}.summary` ? Command : never;

/** Name of a command that the help of the program lists. */
export type CommandName = Summarised<TextsOf<'command'>>;

/** Every command with a line in the help of the program, in the order of the texts. */
export const COMMAND_NAMES: readonly CommandName[] = Object.keys(commandsEn)
  .map((key) => /^command\.([\w-]+)\.summary$/.exec(key)?.[1])
  .filter((name): name is CommandName => name !== undefined);

const TEXTS: Readonly<Record<Language, Readonly<Record<CommandText, string>>>> = {
  nb: { ...commandsNb, ...flagsNb },
  en: { ...commandsEn, ...flagsEn },
};

/** A text of the help. */
export function commandText(
  name: CommandText,
  language: Language,
  params: Readonly<Record<string, string>> = {},
): string {
  return fillText(TEXTS[language][name], params, language);
}
