import type { Component, NettingGroup } from './component';

/**
 * What has been posted for one grant year, component, person and recipient, summed over the posted batches that are
 * not annulled (adjustments apart).
 */
export interface PostedEntry {
  /** Canonical person id (the extract's identities applied), NO_PERSON for grunntilskudd and timetilskudd. */
  readonly personId: number;
  readonly grantYear: number;
  /** componentOrdinal() */
  readonly component: number;
  /** RecipientCode as posted; not translated. */
  readonly basisRecipient: number;
  readonly amountNok: number;
  /** Code of the last posting that has one, empty if none has. */
  readonly code: string;
  /** Orders postings: later batch, then later row. The place of the posting that `code` came from; 0 where code is empty. */
  readonly codeOrder: number;
}

/** The ledger as of a posting head, as far as a run needs it (rulebook 6-7). */
export interface PostedState {
  /** Entries of the given grant years in ascending order of person id (NO_PERSON first). */
  entries(grantYears: readonly number[], identities: ReadonlyMap<number, number>): Iterable<PostedEntry>;
  /** Balances other than 0, one per recipient (code as stored) and group. */
  readonly balances: readonly CarriedBalance[];
  /** Grant years and components that a posted batch computed. */
  readonly coverage: readonly Coverage[];
  /** Grant years and components of which the opening batch holds a posting. */
  readonly openingCoverage: readonly OpeningCoverage[];
  /** Grants of counts that were frozen without being posted, and to which nothing has been posted since. */
  readonly frozen?: readonly FrozenGrant[];
}

/** A kommune's grant by a count that was frozen while it could not be posted (rulebook 9a). */
export interface FrozenGrant {
  readonly grantYear: number;
  readonly component: Component;
  /** RecipientCode. */
  readonly basisRecipient: number;
  readonly persons: number;
  /** RATE_CLASS */
  readonly rateClass: number;
  /** All that it gives for the year. */
  readonly amountNok: number;
  /** Why it was held, as held.csv says it. */
  readonly reason: string;
}

export interface CarriedBalance {
  /** RecipientCode as stored. */
  readonly recipient: number;
  readonly group: NettingGroup;
  /** Below 0. */
  readonly balanceNok: number;
}

export interface Coverage {
  readonly grantYear: number;
  readonly component: Component;
  /** Year and term of the batch that computed it. */
  readonly runYear: number;
  readonly runTerm: number;
}

export interface OpeningCoverage {
  readonly grantYear: number;
  readonly component: Component;
  readonly postings: number;
  readonly sumNok: number;
}

/** A row of opening_postings.csv (data contract 3): what an earlier system posted. */
export interface OpeningPosting {
  /** Line of the file, for messages. */
  readonly line: number;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for grunntilskudd and timetilskudd. */
  readonly personId: number;
  /** RecipientCode. */
  readonly recipient: number;
  readonly amountNok: number;
  readonly code: string;
}

/** A row of opening_balances.csv: what it left to be carried; at most 0 there. */
export interface OpeningBalance extends CarriedBalance {
  readonly line: number;
}
