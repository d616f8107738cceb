import type { Payer } from './payer';

/** Where a payee lives, as far as it is known; texts in bank characters. */
export interface PayeeAddress {
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A payment as it is asked for, whatever the version of the message. */
export interface OrderPayment {
  /** EndToEndId. */
  readonly paymentKey: string;
  readonly instructionId: string;
  readonly amountNok: number;
  /** `YYYY-MM-DD` */
  readonly executionDate: string;
  /** Eleven digits. */
  readonly account: string;
  /** In bank characters. */
  readonly name: string;
  readonly address: PayeeAddress;
  /** KID; where it is not empty the payee gets nothing else. */
  readonly kid: string;
  /** Text to a payee without KID. */
  readonly text: string;
}

/** Payments from one account on one day. */
export interface OrderBlock {
  /** PmtInfId */
  readonly id: string;
  readonly executionDate: string;
  readonly payments: readonly OrderPayment[];
}

/** A file of payments: one model for every version of the message. */
export interface OrderFile {
  /** MsgId */
  readonly messageId: string;
  /** From 1 within the batch. */
  readonly number: number;
  /** UTC; the one clock value in it. */
  readonly createdAt: string;
  readonly payer: Payer;
  readonly isRehearsal: boolean;
  readonly blocks: readonly OrderBlock[];
}

/** What is paid in kroner. */
export function sumOfPayments(payments: readonly { readonly amountNok: number }[]): number {
  return payments.reduce((sum, { amountNok }) => sum + amountNok, 0);
}
