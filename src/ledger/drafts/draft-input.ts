import type { ComputedComponent, HeldRow, Line, PayoutRow } from '../../domain';
import type { ActBy } from '../journal';
import type { ActAnswer, DraftHeader } from './batch-info';

/**
 * A finished run as it is put into the ledger, its supplement number as planRun gave it. Hashes are SHA-256 as 64 hex
 * digits; `facts` stand in the draft's act, too.
 */
export interface DraftInput extends ActBy, Omit<DraftHeader, keyof ActBy | 'kind' | 'asOf' | 'annuls'> {
  /** D as a Day. */
  readonly asOf: number;
  /** Of the plan. */
  readonly plannedAt: number;
  /** Day on which the extract was taken, `YYYY-MM-DD`; left out where it does not say. */
  readonly extractDay?: string;
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
}

/** Answer to a recorded draft. */
export interface DraftAnswer extends ActAnswer {
  /** Run ids of drafts that this one superseded. */
  readonly superseded: readonly string[];
}
