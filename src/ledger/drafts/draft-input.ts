import type { ComputedComponent, HeldRow, Line, PayoutRow } from '../../domain';
import type { ActBy } from '../journal';
import type { Accepted } from './accepted';
import type { ActAnswer, Blocker } from './batch-info';

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
  /** Of the plan. */
  readonly plannedAt: number;
  /** Day on which the extract was taken, `YYYY-MM-DD`; left out where it does not say. */
  readonly extractDay?: string;
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
  /** What was accepted by name. */
  readonly accepted: readonly Accepted[];
  /** Assumptions that decided something. */
  readonly assumptions: readonly string[];
  /** What was known of the extract, a JSON object in one line; the ledger keeps it with the draft and its act. */
  readonly facts?: string;
}

/** Answer to a recorded draft. */
export interface DraftAnswer extends ActAnswer {
  /** Run ids of drafts that this one superseded. */
  readonly superseded: readonly string[];
}
