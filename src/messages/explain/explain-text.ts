import { componentText } from '../../domain/component';
import { formatKroner, formatWhole } from '../../domain/kroner';
import { visibleText } from '../../domain/visible-text';
import { findingWords } from '..';
import { type CountForms, formFor, type Language, type Text } from '../catalogue';
import { AMOUNT_TEXTS } from './amount-texts';
import { ASSUMPTION_TEXTS } from './assumption-texts';
import { CAUSE_TEXTS } from './cause-texts';
import { KOMMUNE_TEXTS } from './kommune-texts';
import { OUTLINE_TEXTS } from './outline-texts';
import { VIEW_TEXTS } from './view-texts';
import { FIELD_WORDS, REASON_WORDS, WHY_NOT_TEXTS } from './why-not-texts';
import { MONTHS, WORDS } from './words';

const TEXTS = {
  ...AMOUNT_TEXTS,
  ...CAUSE_TEXTS,
  ...KOMMUNE_TEXTS,
  ...OUTLINE_TEXTS,
  ...VIEW_TEXTS,
  ...WHY_NOT_TEXTS,
};
/** Every sentence that an explanation can say. */
export type ExplainCode = keyof typeof TEXTS;
/** Values of a sentence. */
export type ExplainParams = Readonly<Record<string, string | number>>;

const ALL_WORDS: Readonly<Record<string, Text>> = {
  ...WORDS,
  ...ASSUMPTION_TEXTS,
  ...FIELD_WORDS,
  ...REASON_WORDS,
};

/** Every code, for tests of the catalogue. */
export function explainCodes(): ExplainCode[] {
  return Object.keys(TEXTS).filter((code): code is ExplainCode => code in TEXTS);
}

/** The word for a coded value; the value itself where there is none. */
export function explainWord(value: string, language: Language): string {
  return componentText(value)?.[language] ?? ALL_WORDS[value]?.[language] ?? findingWords(value, language) ?? value;
}

/**
 * A sentence with its values. How a value is written goes by the end of its name: `Nok` kroner, `Hundredths` a number
 * with two decimals where it has any, `Day` a date given as YYYY-MM-DD, `Time` a time as ISO 8601 in UTC, `Word` a coded value, `Days`, `Years` and `Persons` numbers with their noun, `place` and `Place` a place,
 * empty for one that is protected.
 *
 * @example explainText('RATE_SINGLE', 'nb', { year: 2018, rateNok: 18300 }) // Satsen i 2018 er 18 300 kr.
 */
export function explainText(code: ExplainCode, language: Language, params: ExplainParams, words?: OwnWords): string {
  return lawText(TEXTS[code], language, params, words);
}

/** Words that a rule brings along, by the value of a `...Word` parameter. */
export type OwnWords = Readonly<Record<string, Text>>;

/**
 * A sentence that a rule brings along, with the words of its own. `{=2018-01-01}` is a day of the law, `{=right}` a word.
 *
 * @example lawText({ nb: 'Før {=2018-01-01}.', en: 'Before {=2018-01-01}.' }, 'en', {}) // Before 1 January 2018.
 */
export function lawText(texts: Text, language: Language, params: ExplainParams, words: OwnWords = {}): string {
  const text = texts[language];
  const filled = ownValues(text, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    const word = name.endsWith('Word') ? words[String(value)] : undefined;
    if (word) return ownValues(word[language], language);
    return value === undefined ? whole : writeValue(name, value, language);
  });
  // Names, cells and numbers stay as they are at the beginning of a sentence; words get their capital.
  const [, first = ''] = /^\{(\w+)\}/.exec(text) ?? [];
  const isWord = first.endsWith('Word') || (PLACE.test(first) && params[first] === '');
  const sentence = isWord ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
  // One lives in a kommune, but «på et sted».
  const told =
    language === 'nb' ? sentence.replaceAll(`i ${WORDS.protected.nb}`, `på ${WORDS.protected.nb}`) : sentence;
  return visibleText(told);
}

/** Days and words of the law itself; a day has ordinary blanks, as in any sentence. */
function ownValues(text: string, language: Language): string {
  return text.replace(/\{=([\w-]+)\}/g, (_, value: string) =>
    /^\d/.test(value) ? writeDay(value, language).replaceAll('\u00a0', ' ') : explainWord(value, language),
  );
}

/** Names of values that are places. */
const PLACE = /[pP]lace$/;

const NOUNS: Readonly<Record<string, Readonly<Record<Language, CountForms>>>> = {
  days: { nb: ['dag', 'dager'], en: ['day', 'days'] },
  years: { nb: ['år', 'år'], en: ['year', 'years'] },
  persons: { nb: ['person', 'personer'], en: ['person', 'persons'] },
  lines: { nb: ['linje', 'linjer'], en: ['line', 'lines'] },
  rows: { nb: ['rad', 'rader'], en: ['row', 'rows'] },
  ids: { nb: ['tidligere id', 'tidligere id-er'], en: ['former id', 'former ids'] },
  ways: { nb: ['mulighet', 'muligheter'], en: ['possibility', 'possibilities'] },
};

function writeValue(name: string, value: string | number, language: Language): string {
  if (PLACE.test(name)) return value === '' ? explainWord('protected', language) : String(value);
  if (typeof value === 'string') {
    if (name.endsWith('Day')) return writeDay(value, language);
    if (name.endsWith('Time')) return writeTime(value, language);
    return name.endsWith('Word') ? explainWord(value, language) : value;
  }
  if (name.endsWith('Nok')) return formatKroner(value);
  if (name.endsWith('Hundredths')) return writeHundredths(value, language);
  const noun = NOUNS[/(days|years|persons|lines|rows|ids|ways)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (noun) return `${formatWhole(value)}\u00a0${formFor(value, noun[language])}`;
  return name.endsWith('Count') || name === 'remainder' ? formatWhole(value) : String(value);
}

/** `3. mars 2018` or `3 March 2018`. */
export function writeDay(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return iso === '' ? explainWord('no_date', language) : iso;
  const [, year = '', month = '', day = ''] = match;
  const name = MONTHS[language][Number(month) - 1] ?? month;
  return language === 'nb' ? `${Number(day)}.\u00a0${name} ${year}` : `${Number(day)}\u00a0${name} ${year}`;
}

/** `3. mars 2018 kl. 12.30 UTC` or `3 March 2018 at 12:30 UTC`; seconds are left out. */
function writeTime(iso: string, language: Language): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(iso);
  if (!match) return iso;
  const [, day = '', hour = '', minute = ''] = match;
  const on = writeDay(day, language);
  return language === 'nb' ? `${on} kl.\u00a0${hour}.${minute} UTC` : `${on} at ${hour}:${minute} UTC`;
}

/** Hundredths as a number: `43,76` or `43.76`, whole numbers without decimals. */
function writeHundredths(value: number, language: Language): string {
  const rest = value % 100;
  const whole = formatWhole((value - rest) / 100);
  return rest === 0 ? whole : `${whole}${language === 'nb' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
}
