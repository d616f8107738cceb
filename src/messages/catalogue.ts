import { formatKroner } from '../domain/kroner';

/** Languages of texts for people. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language, with `{name}` where a value goes. */
export type Text = Readonly<Record<Language, string>>;

/** What a finding or error says, and what the reader can do about it. */
export interface Message {
  readonly text: Text;
  readonly action: Text;
}

/** Messages by code. */
export type Catalogue = Readonly<Record<string, Message>>;

/**
 * Puts values into a text; numbers whose name ends in `Nok` are written as kroner (`1 452 877 kr`). A name without a value stays visible as `{name}`, so that a fault in a text never hides one
 * in the data.
 */
export function fillText(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' && name.endsWith('Nok') ? formatKroner(value) : String(value);
  });
}
