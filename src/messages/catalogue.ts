import { formatKroner, formatWhole, visibleText } from '../domain';

/** Languages of texts for people. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language, with `{name}` where a value goes. */
export type Text = Readonly<Record<Language, string>>;

/** Names between braces: `file` and `rows|row|rows` in `{file}: {rows|row|rows}`; an example of JSON is none. */
export type Braced<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}"${string}` ? never : Name) | Braced<Rest>
  : never;

/** Name of a value, without the forms of the noun that it counts. */
export type NameOf<Name> = Name extends `${infer Counted}|${string}` ? Counted : Name;

type NamesAll<Name> = (Name extends string ? (text: `${string}{${Name}${'}' | '|'}${string}`) => void : never) extends (
  text: infer Texts,
) => void
  ? Texts
  : never;

/**
 * What a room's file in another language must hold: every text of the English file and no other, each with every value
 * that the English one names. A further language is one more file a room that this type demands whole.
 *
 * @example export const ledgerNb = { LEDGER_MISSING: '...' } as const satisfies Translation<typeof ledgerEn>;
 */
export type Translation<English> = {
  readonly [Key in keyof English]: string & NamesAll<NameOf<Braced<English[Key]>>>;
};

/** A noun, or a noun with its verb, for one and for any other number. */
export type CountForms = readonly [one: string, many: string];

/** The form that goes with a number. */
export function formFor(count: number, [one, many]: CountForms): string {
  return count === 1 ? one : many;
}

/** A number with what it counts: `1 rad`, `12 450 rader`. */
export function counted(count: number, forms: CountForms): string {
  return `${formatWhole(count)} ${formFor(count, forms)}`;
}

const DECIMAL_MARKS: Readonly<Record<Language, string>> = { nb: ',', en: '.' };

/** Before a value that stands as it is written elsewhere: in quotes, or in a flag that is typed. */
const AS_WRITTEN = /["«=]$|--[a-z-]+ $/;

/** A day, or a time, as its reader writes it: 31.12.2018 in bokmål. Whatever is neither stays as it is. @example dayText('2018-12-31', 'nb') */
export function dayText(text: string, language: Language): string {
  const [, year, month, day, time = '', zone] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([\d:]{5,8})(Z?))?$/.exec(text) ?? [];
  if (year === undefined || language === 'en') return text;
  return `${day}.${month}.${year}${time === '' ? '' : ` ${time}`}${zone ? ' UTC' : ''}`;
}

/** Values that count: their thousands are parted. Years, lines and numbers of versions are no such values. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'items', 'of', 'persons', 'population', 'rows', 'times']);

/**
 * Puts values into a text; numbers whose name ends in `Nok` are written as kroner (`1 452 877 kr`), and `{rows|row|rows}`
 * as the number with the word that follows it; a decimal text whose name ends in `Percent` gets the reader's decimal mark, a day the
 * reader's form, but for one in quotes or in a command. A name
 * without a value stays visible as `{name}`, so that a fault in a text never hides one in the data. Values are shown as visibleText
 * shows them, line ends too, so that none makes a line of its own.
 */
export function fillText(
  text: string,
  params: Readonly<Record<string, string | number>>,
  language: Language = 'en',
): string {
  return text.replace(
    /\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g,
    (whole, name: string, one: string | undefined, many: string | undefined, offset: number) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (typeof value !== 'number') {
        const inReadersForm = name.endsWith('Percent')
          ? value.replace('.', DECIMAL_MARKS[language])
          : dayText(value, language);
        const shown = visibleText(AS_WRITTEN.test(text.slice(0, offset)) ? value : inReadersForm);
        return many === undefined ? shown : `${shown} ${many}`;
      }
      if (one !== undefined && many !== undefined) return counted(value, [one, many]);
      if (name.endsWith('Nok')) return formatKroner(value);
      return COUNTS.has(name) ? formatWhole(value) : String(value).replace('.', DECIMAL_MARKS[language]);
    },
  );
}
