import { oneOf, type RowOf, text, whole } from '../columns';
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
export const FILED_PAYMENT = {
  /** EndToEndId. */
  paymentKey: text('payment_key'),
  instructionId: text('instruction_id'),
  /** Block of the file, PmtInfId; empty where the channel knows none. */
  paymentInfoId: text('payment_info_id'),
  amountNok: whole('amount'),
  /** Eleven digits. */
  account: text('account'),
  /** As it stands in the file. */
  name: text('name'),
};
export type FiledPayment = RowOf<typeof FILED_PAYMENT>;

/** What is fixed of a file before it is written, beside its payments. */
const FIXED = {
  runId: text('b.run_id'),
  /** From 1 within the batch. */
  number: whole('f.number'),
  channel: oneOf('f.channel', PAYMENT_CHANNELS),
  /** `pain.001.001.03`, or the name of a profile. */
  format: text('f.format'),
  /** MsgId, or the reference of a ledger file. */
  messageId: text('f.message_id'),
  /** Name of the file. */
  name: text('f.name'),
  /** Account that is paid from, eleven digits; empty where the channel does not say it. */
  debtorAccount: text('f.debtor_account'),
  /** `YYYY-MM-DD` */
  executionDate: text('f.execution_date'),
  /** The one clock value in the file. */
  createdAt: text('f.created_at'),
  /** Settings that it was made by, as JSON: who pays, or the profile. */
  settings: text('f.settings'),
};
export interface PaymentFileContent extends RowOf<typeof FIXED> {
  readonly bytes: Uint8Array;
  readonly payments: readonly FiledPayment[];
}

/** A handing over, as somebody has told it. */
export const HAND_OVER = { on: text('h.on_date'), reference: text('h.reference'), actor: text('j.actor') };
export type HandOver = RowOf<typeof HAND_OVER>;

/** A file of payments as the ledger has it. */
export const PAYMENT_FILE = {
  ...FIXED,
  /** Its number in the ledger. */
  file: whole('f.file'),
  /** How many payments it has, and what they are in whole kroner. */
  paymentCount: whole('f.payments'),
  amountNok: whole('f.amount'),
  /** SHA-256 of its bytes. */
  hash: text('f.hash'),
  /** Number and hash of the act that fixed it. */
  journal: whole('f.journal'),
  actHash: text('j.hash'),
  /** Who wrote it. */
  actor: text('j.actor'),
};
export interface PaymentFileInfo extends RowOf<typeof PAYMENT_FILE> {
  readonly state: PaymentFileState;
  readonly handOvers: readonly HandOver[];
  readonly payments: readonly FiledPayment[];
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
