import {
  type Day,
  digitsOfNumber,
  foldName,
  OSLO,
  type PlaceRegister,
  parseDay,
  parseRecipientCode,
  type RecipientCode,
  withPlainMinus,
} from '../../domain';
import { heldCodes, parsePerson } from '../reading/parse-field';
import type { SmallColumn, SmallTableSpec } from './small-table';

type Options = Partial<Pick<SmallColumn<unknown>, 'aliases' | 'required'>>;

function column<T>(
  name: string,
  options: Options,
  rest: Omit<SmallColumn<T>, 'name' | 'aliases' | 'required' | 'masked'>,
): SmallColumn<T> {
  return { name, aliases: options.aliases ?? [], required: options.required ?? true, masked: false, ...rest };
}

/** Any text. */
export function textColumn(name: string, options: Options = {}): SmallColumn<string> {
  return column(name, options, { empty: '', rule: 'VALUE_MISSING', params: {}, parse: (text) => text });
}

/** An organisation or account number by its digits: blanks, dots and hyphens between them are form. Others as given. */
export function digitsColumn(name: string, options: Options = {}): SmallColumn<string> {
  const parse = (text: string): string => digitsOfNumber(text) ?? text;
  return column(name, options, { empty: '', rule: 'VALUE_MISSING', params: {}, parse });
}

/** A whole number of kroner, negative where it may be. */
export function wholeColumn(name: string, options: Options & { negative?: boolean } = {}): SmallColumn<number> {
  const form = options.negative ? /^-?\d{1,13}$/ : /^\d{1,13}$/;
  const parse = (text: string): number | undefined => {
    const plain = withPlainMinus(text);
    return form.test(plain) ? Number(plain) + 0 : undefined;
  };
  return column(name, options, { empty: 0, rule: 'WHOLE_NUMBER_FORM', params: {}, parse, isAmount: true });
}

/** A whole number of persons. */
export function personsColumn(name: string): SmallColumn<number> {
  return { ...wholeColumn(name), rule: 'PERSONS_FORM' };
}

export function yearColumn(name: string, options: Options = {}): SmallColumn<number> {
  const parse = (text: string): number | undefined => (/^[1-9]\d{3}$/.test(text) ? Number(text) : undefined);
  return column(name, options, { empty: 0, rule: 'YEAR_FORM', params: {}, parse });
}

/** A day; `empty` where none is given. */
export function dayColumn(name: string, empty: Day, options: Options = {}): SmallColumn<Day> {
  return column(name, options, { empty, rule: 'DATE_FORM', params: {}, parse: parseDay });
}

/** One of some words, in any form of its letters, or another word for one. `empty` also stands in for a fault. */
export function choiceColumn<T extends string>(
  name: string,
  words: readonly T[],
  empty: NoInfer<T>,
  options: Options & { others?: Readonly<Record<string, NoInfer<T>>> } = {},
): SmallColumn<T> {
  const named = [...words.map((word) => [word, word] as const), ...Object.entries(options.others ?? {})];
  const forms = new Map(named.map(([other, word]) => [foldName(other), word]));
  const parse = (text: string): T | undefined => forms.get(foldName(text));
  return column<T>(name, options, { empty, rule: 'CODE_UNKNOWN', params: { allowed: words.join(', ') }, parse });
}

/** A kommune or fylkeskommune; fylke 03 is 0301 (rulebook 4). `empty` is what a fault is read as. */
export function recipientColumn(name: string, empty: RecipientCode): SmallColumn<RecipientCode> {
  const parse = (text: string): RecipientCode | undefined => (text === '03' ? OSLO : parseRecipientCode(text));
  return column(name, {}, { empty, rule: 'RECIPIENT_FORM', params: {}, parse });
}

/** A person id as a number, 0 where it is empty. */
export function personColumn(name: string): SmallColumn<number> {
  const parse = (text: string): number | undefined => {
    const person = parsePerson(text);
    return typeof person === 'number' ? person : undefined;
  };
  const kind = { empty: 0, rule: 'PERSON_ID_FORM', params: {}, parse } as const;
  return { ...column<number>(name, { aliases: ['duf_nummer'], required: false }, kind), masked: true };
}

/**
 * The same small file, where a kommune or fylke that the register never held is a fault too (data contract 1): nothing
 * could ever be paid to it, and its postings and balances would stand for ever.
 *
 * @example withHeldRecipients(OPENING_BALANCES_TABLE, rules.places)
 */
export function withHeldRecipients<Row extends { readonly recipient: RecipientCode }>(
  spec: SmallTableSpec<Row>,
  places: PlaceRegister,
): SmallTableSpec<Row> {
  const held = heldCodes(places);
  const column = spec.columns.find(({ name }) => name === 'recipient_id');
  return {
    ...spec,
    check(row, report) {
      spec.check?.(row, report);
      if (column !== undefined && held[row.recipient] !== 1) report(column, 'RECIPIENT_UNKNOWN', {});
    },
  };
}
