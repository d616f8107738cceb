import type { Component, ComputedComponent, HeldRow, Line, NettingGroup, PayoutRow } from '../domain';
import type { BatchEndKind, BatchKind, PostingKind } from './codes';
import type { ActBy } from './journal';

/** Something that keeps a batch from being approved in a real ledger. */
export interface Blocker {
  /** `NEEDS_ACCEPTANCE`, `STATUS_NOT_PAYABLE`, ... */
  readonly code: string;
  /** Cell, assumption, `rejected-rows` or `opening-arrears`. */
  readonly name: string;
  /** Status of a figure; empty where there is none. */
  readonly status: string;
}

/** A finished run as it is put into the ledger. Hashes are SHA-256 as 64 hex digits. */
export interface DraftInput extends ActBy {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  /** As planRun gave it. */
  readonly supplementNumber: number;
  /** D as a Day. */
  readonly asOf: number;
  /** Posting head that the run started from. */
  readonly postingHead: string;
  readonly manifestHash: string;
  /** Id of the register snapshot. */
  readonly snapshot: string;
  readonly runFolder: string;
  readonly ruleLockHash: string;
  readonly parametersHash: string;
  /** In the order of payout_lines.csv; can be read more than once. */
  readonly lines: Iterable<Line>;
  readonly payouts: readonly PayoutRow[];
  readonly held: readonly HeldRow[];
  readonly computed: readonly ComputedComponent[];
  /** The extract's identities: old person id to the one that counts. */
  readonly identities: ReadonlyMap<number, number>;
  /**
   * Code in force on the cut-off date of the recipient code of a balance. With it carried_in is checked balance by
   * balance, without it as the rulebook lets it be checked: stayed, gone whole or joined by others, equal in sum.
   */
  readonly translateRecipient?: (recipient: number) => number;
  readonly blockers: readonly Blocker[];
  /** Names that were accepted. */
  readonly accepted: readonly string[];
  /** Assumptions that decided something. */
  readonly assumptions: readonly string[];
}

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
export interface BatchInfo extends BatchTotals, Required<ActBy> {
  /** Number of the draft in this ledger. */
  readonly batch: number;
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
  readonly runFolder: string;
  readonly ruleLockHash: string;
  readonly parametersHash: string;
  readonly blockers: readonly Blocker[];
  readonly accepted: readonly string[];
  readonly assumptions: readonly string[];
  /** Run id of the draft that superseded this one, empty where none did. */
  readonly supersededBy: string;
  readonly approvals: readonly { role: string; actor: string; at: string }[];
}

/** Answer to an act that can be repeated: `already` where it had been done before. */
export interface ActAnswer {
  readonly already: boolean;
  readonly batch: BatchInfo;
}

/** Answer to a recorded draft. */
export interface DraftAnswer extends ActAnswer {
  /** Run ids of drafts that this one superseded. */
  readonly superseded: readonly string[];
}

/** What the approver saw. Every figure must be the ledger's own. */
export interface Seen {
  readonly manifestHash: string;
  /** Hash of the rule lock and of the parameters now; the draft's must be the same. */
  readonly ruleLockHash: string;
  readonly parametersHash: string;
  readonly payments: number;
  readonly paidNok: number;
  readonly correctionsNok: number;
  readonly personsCorrected: number;
  readonly heldNok: number;
}

export interface ApprovalInput extends ActBy {
  /** `approver` where there is only one. */
  readonly role: string;
  readonly seen: Seen;
  /** Ed25519 over approvalPayload(), 128 hex digits; asked for where the ledger holds a list of approvers. */
  readonly signature?: string;
}

export interface WithdrawalInput extends ActBy {
  readonly reason: string;
}

/** What a run asks before it starts. */
export interface PlanRequest {
  readonly grantYear: number;
  readonly term: number;
  /** D as a Day. */
  readonly asOf: number;
  readonly supplement: boolean;
}

export interface RunPlan {
  /** 0 for the term's first batch. */
  readonly supplementNumber: number;
  readonly postingHead: string;
  /** Manifest hash of the last posted batch, empty for none. */
  readonly previousManifestHash: string;
}

/** A line of a batch, posted or draft. */
export interface LedgerLine {
  readonly runId: string;
  /** Ordinal in payout_lines.csv, from 1. */
  readonly line: number;
  readonly kind: PostingKind;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none; null where the person has been deleted from the ledger. */
  readonly personId: number | null;
  readonly basisRecipient: number;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
  readonly code: string;
  /** null where it is empty. */
  readonly annualAmountNok: number | null;
}

/** A posting that counts as of a posting head, with the batch that posted it. */
export interface CountedPosting extends LedgerLine {
  /** Place of the batch in the posting chain. */
  readonly posting: number;
  /** Term of the batch, 0 for an opening batch. */
  readonly term: number;
  /** D of the batch, `YYYY-MM-DD`; empty for an opening batch. */
  readonly asOf: string;
  /** Snapshot that the batch rests on; empty for an opening batch. */
  readonly snapshot: string;
}

/** A payment that has been ordered. */
export interface LedgerPayment {
  readonly runId: string;
  readonly paymentKey: string;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
}

/** One thing that verification found wrong; the text stands in the catalogue under `code`. */
export interface LedgerFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface VerificationReport {
  readonly faults: readonly LedgerFault[];
  readonly counts: {
    readonly acts: number;
    readonly batches: number;
    readonly postings: number;
    readonly personsForgotten: number;
  };
}
