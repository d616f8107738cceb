import type { Component, NettingGroup } from './component';

/** Lines of a batch for one recipient, netting group, grant year and component, summed. */
export interface GrantedSum {
  /** RecipientCode. */
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly grantYear: number;
  readonly component: Component;
  readonly amountNok: number;
}

/** A payment with its dated outcomes in force, the oldest first. */
export interface DatedPayment {
  readonly paymentKey: string;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
  /** `paid` or `refused`, with a day as `YYYY-MM-DD`. */
  readonly outcomes: readonly { readonly kind: string; readonly on: string }[];
}

/** A batch as a budget sees it: what was granted, what was paid for it, and when. */
export interface BatchMoney {
  readonly runId: string;
  readonly kind: 'run' | 'opening';
  /** A draft that stands on the posted batches: not approved yet. */
  readonly isDraft: boolean;
  /** Grant year and term of the run; 0 for an opening batch. */
  readonly grantYear: number;
  readonly term: number;
  readonly granted: readonly GrantedSum[];
  /** What acts on claims took out of netting since the batch before (negative: brought back), the oldest first. */
  readonly claimed: readonly { readonly recipient: number; readonly group: NettingGroup; readonly amountNok: number }[];
  readonly payments: readonly DatedPayment[];
  /** What an earlier system had paid of the opening lines. */
  readonly takenOver: readonly {
    readonly recipient: number;
    readonly group: NettingGroup;
    readonly amountNok: number;
  }[];
  /** What that system paid, day by day (negative: came back); undefined where it was not told. */
  readonly paidEarlier?:
    | readonly {
        readonly on: string;
        readonly recipient: number;
        readonly group: NettingGroup;
        readonly grantYear: number;
        readonly amountNok: number;
      }[]
    | undefined;
}
