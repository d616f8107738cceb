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

/**
 * How far a payment has come: approved and in no file yet (or blocked, since its payee cannot be paid), in a file, handed
 * over, and then what the bank has said. Only `paid` is money that has left the account.
 */
export const PAYMENT_STAGES = [
  'approved',
  'blocked',
  'in_file',
  'handed_over',
  'valid',
  'accepted',
  'waiting',
  'refused',
  'returned',
  'unknown',
  'paid',
] as const;
export type PaymentStage = (typeof PAYMENT_STAGES)[number];

/** The same with how far a batch has come before anything of it is paid. */
export const BATCH_STAGES = ['calculated', 'attested', ...PAYMENT_STAGES] as const;

/** What can be wrong with whom money goes to. */
export const PAYEE_FAULT_KINDS = [
  'not_in_file',
  'several_rows',
  'unconfirmed',
  'blocked',
  'no_account',
  'account_check',
  'shared_account',
  'no_org_number',
  'org_number_check',
  'shared_org_number',
] as const;
export type PayeeFaultKind = (typeof PAYEE_FAULT_KINDS)[number];
