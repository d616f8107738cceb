import type { MessageCode, MessageParams, ParamsArguments } from '../domain';
import { fillText, type Language } from './catalogue';
import type { TextArguments, TextKey } from './codes';
import { TEXTS } from './texts';

/** Tables that people write themselves, as a message names them in `table`: theirs is not the source system's advice. */
const SMALL_TABLES: ReadonlySet<unknown> = new Set([
  'arrivals',
  'rates',
  'recipients',
  'opening_postings',
  'opening_balances',
]);

function lookUp(key: string, language: Language): string | undefined {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  return texts[key];
}

/** Every code of an error or finding. */
export function messageCodes(): MessageCode[] {
  return Object.keys(TEXTS.en).filter(isMessageCode);
}

/** True for a code that has a text; what comes from outside is asked before it is told. */
export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(TEXTS.en, code) && code === code.toUpperCase();
}

/** The text of a code with its values; the state of a batch or of an act, and the kind of a list or of an act, as words. */
export function messageText<Code extends MessageCode>(
  code: Code,
  language: Language,
  ...values: ParamsArguments<Code>
): string;
export function messageText(code: MessageCode, language: Language, params: MessageParams = {}): string {
  const { state, kind, supersededBy = '' } = params;
  const said: Record<string, string | number> = { ...params };
  if (typeof state === 'string') said.state = batchStateWord(state, language, String(supersededBy));
  if (typeof kind === 'string') said.kind = lookUp(`case.act_${kind}`, language) ?? listKindWord(kind, language);
  return fillText(TEXTS[language][code], said, language);
}

/**
 * What to do about a code; empty where there is nothing. A small file, named in `table`, is not the source system; faults of
 * an extract that no `folder` lists are listed by another command.
 */
export function messageAction(code: MessageCode, language: Language, params: MessageParams = {}): string {
  const small = SMALL_TABLES.has(params.table) ? lookUp(`${code}.action_small_file`, language) : undefined;
  const unlisted = params.folder === undefined ? lookUp(`${code}.action_unlisted`, language) : undefined;
  return fillText(small ?? unlisted ?? lookUp(`${code}.action`, language) ?? '', params, language);
}

/**
 * A text by its key, with its values.
 *
 * @example textOf('approval.posted', 'en', { runId: 'x' }) // x is posted.
 */
export function textOf<Key extends TextKey>(key: Key, language: Language, ...values: TextArguments<Key>): string;
export function textOf(key: TextKey, language: Language, params: MessageParams = {}): string {
  return fillText(TEXTS[language][key], params, language);
}

/** A finding in a few words that fit any number of them; undefined for what is none. */
export function findingWords(code: string, language: Language): string | undefined {
  return lookUp(`${code}.short`, language);
}

/** What a list holds, in the reader's language; a word that is no kind of list, as it is. */
export function listKindWord(kind: string, language: Language): string {
  return lookUp(`lists.kind_${kind}`, language) ?? kind;
}

/** State of a batch, or of an act of a case, in the reader's language, with what superseded it; a word that is none, as it is. */
export function batchStateWord(state: string, language: Language, supersededBy = ''): string {
  const word = lookUp(`batch_state.${state}`, language) ?? lookUp(`case.act_${state}`, language) ?? state;
  if (supersededBy === '') return word;
  return fillText(TEXTS[language]['batch_state.superseded_by'], { state: word, supersededBy }, language);
}
