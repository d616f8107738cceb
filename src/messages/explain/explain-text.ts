import { componentText, formatKroner, formatWhole, visibleText } from '../../domain';
import { type Braced, type CountForms, fillText, formFor, type Language, type Text } from '../catalogue';
import { findingWords } from '../message-text';
import { sentencesEn } from './en';
import { sentencesNb } from './nb';
import { wordsEn } from './words/en';
import { wordsNb } from './words/nb';

type Sentences = typeof sentencesEn;

const SENTENCES: Readonly<Record<Language, Readonly<Record<ExplainCode, string>>>> = {
  nb: sentencesNb,
  en: sentencesEn,
};
const WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof wordsEn, string>>>> = { nb: wordsNb, en: wordsEn };

/** Every sentence that an explanation can say. */
export type ExplainCode = keyof Sentences;
/** Values of a sentence. */
export type ExplainParams = Readonly<Record<string, string | number>>;

/** Values that a sentence names, kroner and hundredths as numbers; of a code that is known at run time only, any. */
export type SentenceParams<Code extends ExplainCode> = ExplainCode extends Code
  ? ExplainParams
  : {
      readonly [Name in Braced<Sentences[Code]>]: Name extends `${string}Nok` | `${string}Hundredths`
        ? number
        : string | number;
    };

/** Every code, for tests of the catalogue. */
export function explainCodes(): ExplainCode[] {
  return Object.keys(sentencesEn).filter((code): code is ExplainCode => code in sentencesEn);
}

/** The word for a coded value; the value itself where there is none. */
export function explainWord(value: string, language: Language): string {
  const words: Readonly<Record<string, string>> = WORDS[language];
  return componentText(value)?.[language] ?? words[value] ?? findingWords(value, language) ?? value;
}

/**
 * A sentence with its values. How a value is written goes by the end of its name: `Nok` kroner, `Hundredths` a number
 * with two decimals where it has any, `Day` a date given as YYYY-MM-DD, `Time` a time as ISO 8601 in UTC, `Word` a coded value, `Days`, `Years` and `Persons` numbers with their noun, `place` and `Place` a place,
 * empty for one that is protected.
 *
 * @example explainText('RATE_SINGLE', 'nb', { year: 2018, rateNok: 18300 }) // Satsen i 2018 er 18 300 kr.
 */
export function explainText(code: ExplainCode, language: Language, params: ExplainParams, words?: OwnWords): string {
  return filled(SENTENCES[language][code], language, params, words);
}

/** Words that a rule brings along, by the value of a `...Word` parameter. */
export type OwnWords = Readonly<Record<string, Text>>;

/**
 * A sentence that a rule brings along, with the words of its own. `{=2018-01-01}` is a day of the law, `{=right}` a word.
 *
 * @example lawText({ nb: 'Før {=2018-01-01}.', en: 'Before {=2018-01-01}.' }, 'en', {}) // Before 1 January 2018.
 */
export function lawText(texts: Text, language: Language, params: ExplainParams, words?: OwnWords): string {
  return filled(texts[language], language, params, words);
}

function filled(text: string, language: Language, params: ExplainParams, words: OwnWords = {}): string {
  const written = ownValues(text, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    const word = name.endsWith('Word') ? words[String(value)] : undefined;
    if (word) return ownValues(word[language], language);
    return value === undefined ? whole : writeValue(name, value, language);
  });
  // Names, cells and numbers stay as they are at the beginning of a sentence; words get their capital.
  const [, first = ''] = /^\{(\w+)\}/.exec(text) ?? [];
  const isWord = first.endsWith('Word') || (PLACE.test(first) && params[first] === '');
  const sentence = isWord ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  // One lives in a kommune, but «på et sted».
  const [wrong = '', right = ''] = WORDS[language]['place.in_protected'].split('|');
  return visibleText(sentence.replaceAll(wrong, right));
}

/** Days and words of the law itself; a day has ordinary blanks, as in any sentence. */
function ownValues(text: string, language: Language): string {
  return text.replace(/\{=([\w-]+)\}/g, (_, value: string) =>
    /^\d/.test(value) ? writeDay(value, language).replaceAll('\u00a0', ' ') : explainWord(value, language),
  );
}

/** Names of values that are places. */
const PLACE = /[pP]lace$/;

function writeValue(name: string, value: string | number, language: Language): string {
  if (PLACE.test(name)) return value === '' ? explainWord('protected', language) : String(value);
  if (typeof value === 'string') {
    if (name.endsWith('Day')) return writeDay(value, language);
    if (name.endsWith('Time')) return writeTime(value, language);
    return name.endsWith('Word') ? explainWord(value, language) : value;
  }
  if (name.endsWith('Nok')) return formatKroner(value);
  if (name.endsWith('Hundredths')) return writeHundredths(value, language);
  const noun = nounOf(name, language);
  if (noun !== undefined) return `${formatWhole(value)}\u00a0${formFor(value, noun)}`;
  return name.endsWith('Count') || name === 'remainder' ? formatWhole(value) : String(value);
}

/** The two forms of the noun that a name ends in, as `days` of `firstDays`. */
function nounOf(name: string, language: Language): CountForms | undefined {
  const words: Readonly<Record<string, string>> = WORDS[language];
  const noun = /(days|years|persons|lines|rows|ids|ways)$/i.exec(name)?.[1]?.toLowerCase();
  const [one, many] = (words[`noun.${noun}`] ?? '').split('|');
  return one === undefined || many === undefined ? undefined : [one, many];
}

/** `3. mars 2018` or `3 March 2018`. */
export function writeDay(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return iso === '' ? explainWord('no_date', language) : iso;
  const [, year = '', month = '', day = ''] = match;
  const words = WORDS[language];
  const name = words['date.months'].split(' ')[Number(month) - 1] ?? month;
  return fillText(words['date.day'], { day: Number(day), month: name, year });
}

/** `3. mars 2018 kl. 12.30 UTC` or `3 March 2018 at 12:30 UTC`; seconds are left out. */
function writeTime(iso: string, language: Language): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(iso);
  if (!match) return iso;
  const [, day = '', hour = '', minute = ''] = match;
  const on = writeDay(day, language);
  return fillText(WORDS[language]['date.time'], { on, hour, minute });
}

/** Hundredths as a number: `43,76` or `43.76`, whole numbers without decimals. */
function writeHundredths(value: number, language: Language): string {
  const rest = value % 100;
  const whole = formatWhole((value - rest) / 100);
  return rest === 0 ? whole : `${whole}${WORDS[language]['number.decimal_sign']}${String(rest).padStart(2, '0')}`;
}

/** Places of the rulebook are written in words that are translated; other sources are quoted as they call themselves. */
export function rulebookText(text: string, language: Language): string {
  if (!text.startsWith('rulebook')) return text;
  // What a place says in English stands in the table's own words already.
  const place = language === 'en' ? text : text.replace(/:[^(]*/, ' ').trim();
  return place.replace(/\b(rulebook|and|as|head)\b/g, (word) => explainWord(word, language));
}
