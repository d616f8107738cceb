/** A file of a transfer list. */
export interface ListedFile {
  readonly name: string;
  readonly messageId: string;
  readonly executionDate: string;
  readonly count: number;
  readonly sumNok: number;
  readonly sha256: string;
  /** Hash of the act of the journal that fixed it. */
  readonly actHash: string;
}

/** A payment of a transfer list. */
export interface ListedPayment {
  readonly paymentKey: string;
  readonly recipientId: string;
  readonly name: string;
  /** Empty where there is none. */
  readonly account: string;
  readonly amountNok: number;
  readonly kid: string;
  /** Name of its file; empty where it is in none. */
  readonly file: string;
  /** Codes of why it is in no file. */
  readonly reasons: readonly string[];
}

/** The list that goes with payment files (overføringsliste): what is handed over, and what is not. */
export interface TransferList {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  readonly rehearsal: boolean;
  readonly channel: string;
  readonly files: readonly ListedFile[];
  readonly payments: readonly ListedPayment[];
  /** Head of the postings after the batch. */
  readonly postingHead: string;
  /** Head of the journal when it was posted. */
  readonly journalHead: string;
  /** SHA-256 of the run's manifest. */
  readonly manifestHash: string;
}

/** Above this, DFØ looks at a voucher by hand. */
export const LARGE_NOK = 1_000_000;
/** From this on, banks settle payments one by one. */
export const VERY_LARGE_NOK = 25_000_000;

/** Payments with their sum. */
export interface Counted {
  readonly count: number;
  readonly sumNok: number;
}

/** Count and sum of some payments. */
export function countedPayments(payments: readonly { readonly amountNok: number }[]): Counted {
  return { count: payments.length, sumNok: payments.reduce((sum, { amountNok }) => sum + amountNok, 0) };
}
