import type { CountedSum, Shown } from './figures';

/** A component of a recipient: the size of the year, and the lines of this run and of the one before. */
export interface RecipientComponent {
  readonly component: string;
  readonly persons: Shown;
  readonly annualNok: Shown;
  readonly linesNok: Shown;
  readonly lastNok: Shown;
}

/** A netting group of a recipient with its payment. */
export interface RecipientGroup {
  readonly group: string;
  readonly linesNok: Shown;
  readonly carriedInNok: Shown;
  readonly paidNok: Shown;
  readonly carriedOutNok: Shown;
  /** Empty where nothing is paid, or it is not shown. */
  readonly paymentKey: string;
  /** How far the payment has come; empty for none. */
  readonly stage: string;
  /** Day of the last that was said of it, `YYYY-MM-DD`; empty for nothing. */
  readonly stageOn: string;
  /** Message id of the last file that it stands in; empty for none. */
  readonly file: string;
}

export interface RecipientHours {
  readonly participants: Shown;
  readonly hoursHundredths: Shown;
  /** Hours per participant. */
  readonly averageHundredths: Shown;
}

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly components: readonly RecipientComponent[];
  readonly groups: readonly RecipientGroup[];
  readonly persons: Shown;
  readonly annualNok: Shown;
  readonly linesNok: Shown;
  readonly lastNok: Shown;
  readonly paidNok: Shown;
  readonly hours: RecipientHours | undefined;
  readonly findings: readonly CountedSum[];
}
