import type { PostedState } from '../../../src/domain';

/** A ledger in which nothing has been posted. */
export const NOTHING_POSTED: PostedState = {
  entries: () => [],
  balances: [],
  coverage: [],
  openingCoverage: [],
};
