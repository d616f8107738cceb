import type { Day } from './day';
import type { RecipientCode } from './recipient-code';

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
