import { letterNameOf } from '../../domain';
import { type Braced, fillText, type NameOf } from '../catalogue';
import { letterEn } from './en';
import { letterNb } from './nb';
import { letterNn } from './nn';

/** Languages of letters: a recipient is written to in its own. */
export const LETTER_LANGUAGES = ['nb', 'nn', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

type English = typeof letterEn;
/** A word or sentence of letters. */
export type LetterKey = keyof English;
/** One that names no value. */
export type PlainLetterKey = { [Key in LetterKey]: Braced<English[Key]> extends never ? Key : never }[LetterKey];
type Values<Key extends LetterKey> = {
  readonly [Name in Braced<English[Key]> as NameOf<Name> & string]: Name extends `${string}|${string}`
    ? number
    : string | number;
};

/** Every text by language: a language that lacks one does not compile. */
const TEXTS: Readonly<Record<LetterLanguage, Readonly<Record<LetterKey, string>>>> = {
  nb: letterNb,
  nn: letterNn,
  en: letterEn,
};

/** Every key of the texts of letters. */
export function letterKeys(): LetterKey[] {
  return Object.keys(letterEn).filter(isLetterKey);
}

/**
 * A text of a letter with its values; a date or an amount is given as it shall stand.
 *
 * @example letterText('say.basis', 'nn', { date: '31. mars 2018' })
 */
export function letterText<Key extends LetterKey>(
  key: Key,
  language: LetterLanguage,
  ...[values]: Record<string, never> extends Values<Key> ? [values?: Values<Key>] : [values: Values<Key>]
): string {
  return fillText(TEXTS[language][key], values ?? {}, language === 'en' ? 'en' : 'nb');
}

/** The word for a coded value of a kind (`cause`, `why`), or that of `fallback`. */
export function letterWord(kind: string, value: string, fallback: LetterKey, language: LetterLanguage): string {
  const key = `${kind}.${value}`;
  return TEXTS[language][isLetterKey(key) ? key : fallback];
}

/** The name of a component or netting group, as its own row has it. */
export function letterName(kind: 'component' | 'group', name: string, language: LetterLanguage): string {
  return letterNameOf(kind, name)?.[language] ?? TEXTS[language]['say.none'];
}

/** `31. mars 2018`, `31 March 2018`; what is no date, as it is. */
export function letterDay(iso: string, language: LetterLanguage): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === '') return iso;
  const name = TEXTS[language]['date.months'].split(' ')[Number(month) - 1] ?? month;
  return fillText(TEXTS[language]['date.day'], { day: Number(day), month: name, year });
}

function isLetterKey(key: string): key is LetterKey {
  return Object.hasOwn(letterEn, key);
}
