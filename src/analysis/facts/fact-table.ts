/** Hours of one kommune for the hour grant of 2004, in hundredths. */
export interface KommuneHoursFact {
  /** RecipientCode, translated to the last day of the grant year. */
  readonly kommune: number;
  readonly teachingHundredths: number;
  readonly participantHundredths: number;
}

/**
 * What a register says about one grant year at one as-of date under one set of rules, without any rate: who triggers
 * what, and over whom it is split. Amounts for any rates come from these columns alone (reprice).
 *
 * Three levels of columns stand side by side: persons, their entries (one a component that triggers), and the shares
 * of an entry (one a recipient). Grunntilskudd is an entry too: the person counts, and the only share is the kommune.
 */
export interface FactTable {
  readonly grantYear: number;
  /** D as a Day. */
  readonly asOf: number;
  /** Steps of grunntilskudd as the limits have them: `1-3:low 4-150:high`. */
  readonly countSteps: string;
  /** Shares of the kommuner of a move (shareMove()); empty for half and half. */
  readonly moveWeights: readonly number[];

  /** Canonical ids of everybody who exists at D and is not withheld, ascending. */
  readonly personIds: Float64Array;
  /** Entries of person i: entryStart[i] .. entryStart[i + 1] - 1, in the order of the components. */
  readonly entryStart: Uint32Array;

  /** cellKey(): component, year number and rate class; of grunntilskudd the class is none (the count decides it). */
  readonly cell: Uint16Array;
  /** STATUS triggered, noRecipient (all of it is held) or unknownCountry (no amount). */
  readonly status: Uint8Array;
  /** Part of the rate that is the annual amount: numerator and denominator, 1 and 1 for all of it (A8). */
  readonly partAbove: Uint16Array;
  readonly partBelow: Uint16Array;
  /** SHARING */
  readonly sharing: Uint8Array;
  /** First term in which something is due. */
  readonly firstTerm: Uint8Array;
  /** Twelfths of the amount that are due at the term that the table is of: 12 in a table of the whole year (rulebook 6, 8.4). */
  readonly dueTwelfths: Uint8Array;
  /** Day that decides it: entered_on of the triggering row; 0 for 43g and grunntilskudd. */
  readonly dueDay: Int32Array;
  /** Shares of entry i: shareStart[i] .. shareStart[i + 1] - 1, in the order of the outcome. */
  readonly shareStart: Uint32Array;

  /** RecipientCode, translated. */
  readonly recipient: Int32Array;
  /** 1 where translation stopped at a split: the part is held. */
  readonly stopped: Uint8Array;
  /** Days of the window; 0 where days play no part. */
  readonly days: Int32Array;
  /** Months of the window by A10 by_months, or weights of a rule's own where days play no part; of entries with one share 1. */
  readonly months: Uint8Array;
  /** First term of a share that has one of its own (43g); else 0. */
  readonly shareTerm: Uint8Array;

  readonly kommuneHours: readonly KommuneHoursFact[];
  /** Counts of grunntilskudd that cases have pinned, by the code in force on the count date: they stand in for the register's. */
  readonly pinnedCounts: readonly PinnedCountFact[];
}

/** The count of a kommune as a case has it. */
export interface PinnedCountFact {
  /** RecipientCode. */
  readonly kommune: number;
  readonly persons: number;
}

/** How many columns of shares decide a split: days, or months under A10 by_months. */
export type SplitBasis = 'by_days' | 'by_months';
