import type { BatchEndKind, BatchKind } from '../codes';
import type { ActBy } from '../journal';
import type { Accepted, Figures } from './accepted';

/** Something that keeps a batch from being approved in a real ledger. */
export interface Blocker {
  /** `NEEDS_ACCEPTANCE`, `NEEDS_REFERENCE`, `STATUS_NOT_PAYABLE`, ... */
  readonly code: string;
  /** Cell, assumption or a name of its own (`rejected-rows`). */
  readonly name: string;
  /** Status of a figure; empty where there is none. */
  readonly status: string;
  /** What blocks, in figures; none in ledgers of format 1. */
  readonly figures?: Figures | undefined;
}

/** Sums of a batch, counted by the ledger from what it holds. */
export interface BatchTotals {
  readonly lines: number;
  readonly linesTotalNok: number;
  readonly payments: number;
  readonly paidNok: number;
  /** Sum of the negative lines; at most 0. */
  readonly correctionsNok: number;
  readonly personsCorrected: number;
  /** Held amounts but those of withheld persons. */
  readonly heldNok: number;
  /** Corrections withheld for persons missing from the extract or with a rejected row. */
  readonly withheldNok: number;
}

export type BatchState = 'draft' | BatchEndKind | 'annulled';

/** A batch: a draft and what became of it. */
export interface BatchInfo extends BatchTotals, Required<Omit<ActBy, 'acceptClock' | 'account' | 'ledger'>> {
  /** Number of the draft in this ledger. */
  readonly batch: number;
  /** Number of the act that recorded it. */
  readonly journal: number;
  readonly runId: string;
  readonly kind: BatchKind;
  /** 0 for an opening batch, as is the term. */
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  /** D, `YYYY-MM-DD`; empty for an opening batch. */
  readonly asOf: string;
  readonly state: BatchState;
  /** Posting that the batch annuls, 0 for none. */
  readonly annuls: number;
  /** Place in the posting chain, 0 while not posted. */
  readonly posting: number;
  /** Posting head that the draft stands on. */
  readonly postingHead: string;
  /** Posting head after the batch, empty while not posted. */
  readonly headAfter: string;
  readonly manifestHash: string;
  readonly snapshot: string;
  /** Where the run is read: `<ledger>.d/runs/<run_id>` where that is there, else the folder that was recorded. */
  readonly runFolder: string;
  /** Folder that was recorded with the draft; empty for an opening and an annulment. */
  readonly recordedFolder: string;
  readonly ruleLockHash: string;
  readonly parametersHash: string;
  readonly blockers: readonly Blocker[];
  readonly accepted: readonly Accepted[];
  readonly assumptions: readonly string[];
  /** Run id of the draft that superseded this one, empty where none did. */
  readonly supersededBy: string;
  /** What was known of the extract, a JSON object; empty where nothing was kept. */
  readonly facts: string;
  readonly approvals: readonly { role: string; actor: string; at: string }[];
}

/** Answer to an act that can be repeated: `already` where it had been done before. */
export interface ActAnswer {
  readonly already: boolean;
  readonly batch: BatchInfo;
}
