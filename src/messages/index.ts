export * from './catalogue';
export type { TextArguments, TextKey } from './codes';
export { COMMAND_NAMES, type CommandName, commandText, type TextsOf } from './commands/index';
export { decimalText } from './decimal-text';
export {
  type ExplainCode,
  type ExplainParams,
  explainText,
  explainWord,
  lawText,
  type OwnWords,
  rulebookText,
  type SentenceParams,
  writeDay,
} from './explain/explain-text';
export {
  LETTER_LANGUAGES,
  type LetterKey,
  type LetterLanguage,
  letterDay,
  letterKeys,
  letterName,
  letterText,
  letterWord,
  type PlainLetterKey,
} from './letters/letter-text';
export * from './message-text';
export { PUBLIC_SOURCES, type PublicSource, sourcesQuoted } from './rules/public-sources';
export { verifierEn } from './verifier/en';
export { verifierNb } from './verifier/nb';
