import type { Component, NettingGroup } from '../../domain';
import type { ActBy } from '../journal';

/** A row of opening_postings.csv. */
export interface OpeningPosting {
  /** Line of the file, for messages. */
  readonly line: number;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none. */
  readonly personId: number;
  /** RecipientCode. */
  readonly recipient: number;
  readonly amountNok: number;
  readonly code: string;
}

/** A row of opening_balances.csv. */
export interface OpeningBalance {
  readonly line: number;
  readonly recipient: number;
  readonly group: NettingGroup;
  /** At most 0. */
  readonly balanceNok: number;
}

/** What an earlier system posted and left to be carried. */
export interface OpeningInput extends ActBy {
  readonly postings: readonly OpeningPosting[];
  readonly balances: readonly OpeningBalance[];
  /** Hash of the manifest of a folder that holds the files; the hash of the content where it is left out. */
  readonly manifestHash?: string;
  readonly runFolder?: string;
}
