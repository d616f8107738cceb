import type { SignedActBy } from '../journal';

/** Roads by which a batch is paid. One batch goes by one. */
export const PAYMENT_CHANNELS = ['pain001', 'ledger-file'] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

/**
 * How far a file has come: its content stands in the ledger (`intent`), it was written, read back and compared (`made`),
 * somebody has handed it over, or it was given up before that.
 */
export type PaymentFileState = 'intent' | 'made' | 'handed_over' | 'discarded';

/** A payment as it stands in a file. */
export interface FiledPayment {
  /** EndToEndId. */
  readonly paymentKey: string;
  readonly instructionId: string;
  /** Block of the file, PmtInfId; empty where the channel knows none. */
  readonly paymentInfoId: string;
  readonly amountNok: number;
  /** Eleven digits. */
  readonly account: string;
  /** As it stands in the file. */
  readonly name: string;
}

/** What is fixed of a file before it is written. */
export interface PaymentFileContent {
  readonly runId: string;
  /** From 1 within the batch. */
  readonly number: number;
  readonly channel: PaymentChannel;
  /** `pain.001.001.03`, or the name of a profile. */
  readonly format: string;
  /** MsgId, or the reference of a ledger file. */
  readonly messageId: string;
  /** Name of the file. */
  readonly name: string;
  /** Account that is paid from, eleven digits; empty where the channel does not say it. */
  readonly debtorAccount: string;
  /** `YYYY-MM-DD` */
  readonly executionDate: string;
  /** The one clock value in the file. */
  readonly createdAt: string;
  /** Settings that it was made by, as JSON: who pays, or the profile. */
  readonly settings: string;
  readonly bytes: Uint8Array;
  readonly payments: readonly FiledPayment[];
}

/** A handing over, as somebody has told it. */
export interface HandOver {
  readonly on: string;
  readonly reference: string;
  readonly actor: string;
}

/** A file of payments as the ledger has it. */
export interface PaymentFileInfo extends Omit<PaymentFileContent, 'bytes'> {
  /** Its number in the ledger. */
  readonly file: number;
  readonly amountNok: number;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly state: PaymentFileState;
  readonly handOvers: readonly HandOver[];
  /** Number and hash of the act that fixed it. */
  readonly journal: number;
  readonly actHash: string;
  /** Who wrote it. */
  readonly actor: string;
}

/** Somebody hands files over. */
export interface HandOverInput extends SignedActBy {
  readonly runId: string;
  /** Names of files; all that were made and not handed over where none is given. */
  readonly names: readonly string[];
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** How it can be found where it was handed over. */
  readonly reference: string;
}
