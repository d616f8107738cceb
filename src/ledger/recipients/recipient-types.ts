import type { NettingGroup, RecipientCode } from '../../domain';

/** A postal address in its own elements; texts are empty where they are not known. */
export interface RecipientAddress {
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Language of what is written to a recipient; neutral where none is given. */
export const RECIPIENT_LANGUAGES = ['nb', 'nn', 'en', 'neutral'] as const;
export type RecipientLanguage = (typeof RECIPIENT_LANGUAGES)[number];

/**
 * How a recipient stands in the register on a day: `confirmed` by a second person; `unconfirmed`, proposed and never
 * confirmed; `blocked`, confirmed once, but a change of account or organisation number waits, or the account was blocked.
 */
export const RECIPIENT_STATES = ['confirmed', 'unconfirmed', 'blocked'] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** Why a recipient is not (or no longer) confirmed. */
export const STANDING_CAUSES = ['new', 'account_changed', 'org_number_changed', 'account_blocked'] as const;
export type StandingCause = (typeof STANDING_CAUSES)[number];

/** One who may be paid, as the register of recipients has them on a day. */
export interface PayableRecipient {
  readonly recipient: RecipientCode;
  /** `Halden kommune`: the name that a bank holds to the account. */
  readonly legalName: string;
  /** Nine digits; empty where the register has none. */
  readonly orgNumber: string;
  /** Eleven digits; empty where the register has none. Of a blocked recipient the one confirmed last. */
  readonly account: string;
  /** KID by netting group; a group that has none is not in it. */
  readonly kidByGroup: ReadonlyMap<NettingGroup, string>;
  readonly address: RecipientAddress;
  readonly language: RecipientLanguage;
  /** `YYYY-MM-DD`; empty where the row has no first or last day. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: RecipientState;
  /** Empty where the state is `confirmed`. */
  readonly causes: readonly StandingCause[];
}

/** Everybody in the register on a day, by code; nobody of whom no row holds on that day. */
export type RecipientsOfDay = ReadonlyMap<RecipientCode, PayableRecipient>;
