import { assert } from './errors';

/**
 * A kommune (four digits) or fylkeskommune (two digits) as a number whose order is the order of the codes as text,
 * character by character: `15` before `1507` before `16`. Kommune 1507 is 15071, fylke 15 is 15000.
 */
export type RecipientCode = number & { readonly __brand: 'RecipientCode' };

/** No recipient. */
export const NO_RECIPIENT = 0 as RecipientCode;
/** One more than the highest recipient code: the size of a table indexed by code. */
export const RECIPIENT_CODE_LIMIT = 100_000;
/** Oslo is both kommune 0301 and fylke 03: one recipient (rulebook 4). */
export const OSLO = 3011 as RecipientCode;

export function asRecipientCode(value: number): RecipientCode {
  return value as RecipientCode;
}

/** Recipient code of `0301` or `15`; undefined where the text is neither two nor four digits. */
export function parseRecipientCode(text: string): RecipientCode | undefined {
  if (/^\d{4}$/.test(text)) return (Number(text) * 10 + 1) as RecipientCode;
  if (/^\d{2}$/.test(text)) return (Number(text) * 1000) as RecipientCode;
  return undefined;
}

/** The code as it is written: `0301` or `15`. */
export function formatRecipientCode(code: RecipientCode): string {
  assert(code > 0 && code < RECIPIENT_CODE_LIMIT, `${code} is not a recipient code`);
  return isKommune(code) ? String((code - 1) / 10).padStart(4, '0') : String(code / 1000).padStart(2, '0');
}

export function isKommune(code: RecipientCode): boolean {
  return code % 10 === 1;
}
