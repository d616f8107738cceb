import type { Day } from './day';
import { assert } from './errors';

/** A kommune or fylke number and the period in which it holds. `validTo` is the first day on which it no longer does. */
export interface Place {
  readonly code: RecipientCode;
  readonly name: string;
  /** FAR_PAST where unknown. */
  readonly validFrom: Day;
  /** FAR_FUTURE while in force. */
  readonly validTo: Day;
  readonly successors: readonly RecipientCode[];
  /** Organisation number, empty where the register has none. */
  readonly orgNumber: string;
}

/** Translation of every code to the one in force on a date (rulebook 4), as tables indexed by code. */
export interface CodeTranslation {
  /** The date whose codes are the target. */
  readonly on: Day;
  /** The code at which translation ended. Codes that the register does not know stay as they are. */
  readonly target: Int32Array;
  /** 1 where translation stopped at a split: the target has no unique successor and its part is held. */
  readonly stopped: Uint8Array;
}

/** The dated register of kommuner and fylker. Numbers can be reused: ask with a date. */
export interface PlaceRegister {
  readonly places: readonly Place[];
  /** True where the register has ever held that code. */
  has(code: RecipientCode): boolean;
  /** Official name of a code on a day (of its nearest period where the day lies outside all); empty where unknown. */
  nameOn(code: RecipientCode, on: Day): string;
  /** Organisation number of a code, empty where unknown. */
  orgNumber(code: RecipientCode): string;
  /** Translation to the codes in force on a date, made once per date. */
  translationTo(on: Day): CodeTranslation;
  /** Steps from a code to its target on a date, for explanations: each place that was left and the code that followed. */
  translationSteps(
    code: RecipientCode,
    on: Day,
  ): readonly { from: RecipientCode; to: readonly RecipientCode[]; on: Day }[];
}

/** Country background to region and rate class (rulebook 3). */
export interface RegionTable {
  /** RATE_CLASS.low or .high, or RATE_CLASS.none where the code stands outside the table. Indexed by packCountry(). */
  readonly rateClass: Uint8Array;
  region(packedCountry: number): string;
}

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
