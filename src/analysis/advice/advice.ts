/** What is missing or late in the register, by what a kommune can do about it. */
export const ADVICE_CODES = [
  /** All but a granted decision is there: the grant is not given. */
  'ADVICE_DECISION_MISSING',
  /** Triggered, but no day of the year has a recipient: the amount is held. */
  'ADVICE_NO_RECIPIENT',
  /** The kommune has been split and the register does not name the new number: its part is held. */
  'ADVICE_SPLIT_CODE',
  /** A row of the person could not be read: the person is left out. */
  'ADVICE_ROWS_REJECTED',
  /** The persons left out for such rows would move the kommune to another step of grunntilskudd. */
  'ADVICE_COUNT_WITHOUT_REJECTED',
  /** What is registered cannot be: no amount hangs on it as such. */
  'ADVICE_IMPOSSIBLE_FACTS',
  /** Registered a quarter or more after the entry: the money came later than it could. */
  'ADVICE_REGISTERED_LATE',
] as const;
export type AdviceCode = (typeof ADVICE_CODES)[number];

/** One thing to put right in one kommune. */
export interface AdviceItem {
  /** RecipientCode; NO_RECIPIENT where the register does not say whose it is. */
  readonly recipient: number;
  readonly code: AdviceCode;
  /** Distinct persons concerned. */
  readonly persons: number;
  /** Annual amount that is not given, held or late; 0 where none is known. Of a count: what the kommune would get more, or less. */
  readonly amountNok: number;
}

/** Advice on a whole register. */
export interface Advice {
  /** By recipient, then by kroner. */
  readonly items: readonly AdviceItem[];
  /** Distinct persons of all items, by their recipient and by their code. */
  readonly persons: number;
  readonly personsByRecipient: ReadonlyMap<number, number>;
  readonly personsByCode: ReadonlyMap<AdviceCode, number>;
  /** Persons with a protected address: they are in no item of a kommune, so that none tells where they live. */
  readonly protectedPersons: number;
  readonly protectedNok: number;
}
