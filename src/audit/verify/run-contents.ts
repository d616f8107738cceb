import type { LineTable, NettingGroup, PayoutRow } from '../../domain';
import type { SealedManifest } from './read-manifest';

/** A row with the line on which it stands; the header is line 1. */
interface Placed {
  readonly line: number;
}

/** A row of payouts.csv. */
export interface ReadPayout extends Placed, PayoutRow {
  readonly paymentRef: string;
  readonly recipientName: string;
  readonly orgNumber: string;
  readonly accountNumber: string;
}

/** A row of held.csv. */
export interface ReadHeld extends Placed {
  readonly grantYear: number;
  readonly component: number;
  readonly personRef: string;
  readonly annualAmountNok: number | null;
  readonly heldAmountNok: number | null;
  readonly reason: string;
}

/** A row of posted_before.csv. */
export interface ReadPosted extends Placed {
  /** Pseudonym, empty for a component per kommune. */
  readonly personRef: string;
  readonly grantYear: number;
  readonly component: number;
  readonly basisRecipient: number;
  readonly amountNok: number;
  readonly code: string;
  readonly codeOrder: number;
}

/** A row of balances_before.csv. */
export interface ReadBalance extends Placed {
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly balanceNok: number;
}

/** A row of sizing.csv. `key` is what the row is about: recipient, component, year number and class. */
export interface ReadSizing extends Placed, SizingFigures {
  readonly key: string;
  readonly component: string;
}

/** What a row of sizing.csv counts. */
export interface SizingFigures {
  readonly persons: number;
  readonly days: number;
  /** null where there is none. */
  readonly rateNok: number | null;
  readonly annualNok: number;
}

/** What hours_basis.csv says of those who trigger in one year number. */
export interface ReadHoursTriggering extends Placed {
  readonly persons: number;
}

/** Everything of a run folder that is checked against something else. */
export interface RunContents extends SealedManifest {
  readonly folder: string;
  readonly lines: LineTable;
  /** Line of payout_lines.csv of each of `lines`. */
  readonly lineNumbers: readonly number[];
  readonly payouts: readonly ReadPayout[];
  readonly held: readonly ReadHeld[];
  readonly posted: readonly ReadPosted[];
  readonly balances: readonly ReadBalance[];
  readonly sizing: readonly ReadSizing[];
  /** Persons of hours_basis.csv who trigger persontilskudd, with hours or without, by year number, in the whole country. */
  readonly triggeringInHours: ReadonlyMap<number, ReadHoursTriggering>;
  /** Values of the rates of parameters.csv, in order: the trace names them by their places. */
  readonly rates: readonly number[];
}
