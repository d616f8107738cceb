import type { ErrorDetail } from '../../domain';
import { type RowOf, text, texts, whole } from '../columns';
import type { SignedActBy } from '../journal';
import type { BlockedAccount } from '../recipients/blocks';

/** A file that somebody has brought, kept as it was before anything is made of it. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that a message, or somebody by hand, has said of one payment. */
export const FACT = {
  paymentKey: text('payment_key'),
  /** Message id of the file of payments that it answers; empty where it does not say. */
  orderId: text('order_id'),
  meaning: text('meaning'),
  at: text('at'),
  status: text('status'),
  codes: texts('codes'),
  texts: texts('texts'),
  /** Kind of message, `camt.054`; `hand` for an outcome that was reported by hand. */
  kind: text('kind'),
  booking: text('booking'),
};
export type ReceiptFact = RowOf<typeof FACT>;

/** What was made of a kept file. */
export const READING = {
  /** `pain.002.001.03`, or a list and its profile. */
  kind: text('kind'),
  messageId: text('message_id'),
  /** The same for a message that is sent again. */
  identity: text('identity'),
  /** Hash of what it says. */
  content: text('content_hash'),
};
export interface ReceiptReading extends RowOf<typeof READING> {
  readonly receipt: number;
  readonly facts: readonly ReceiptFact[];
  /** What could not be applied. */
  readonly problems: readonly ErrorDetail[];
}

/** Facts of one message of one payment. */
export interface ReceiptMessage {
  readonly identity: string;
  readonly content: string;
  readonly facts: readonly ReceiptFact[];
}

/** What all that was said of a payment comes to. */
export interface ReceiptFate {
  readonly state: string;
  readonly at: string;
  readonly status: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  readonly blocksAccount: boolean;
  readonly outcomes: readonly { readonly kind: 'paid' | 'refused'; readonly on: string }[];
}

/** Judges a payment: from what was said, and the message ids of the files that it stands in, the oldest first. */
export type ReceiptJudge = (messages: readonly ReceiptMessage[], files: readonly string[]) => ReceiptFate;

/** Somebody says that a record is wrong; a second person confirms it. */
export const WITHDRAWAL = {
  withdrawal: whole('w.withdrawal'),
  receipt: whole('w.receipt'),
  /** Empty for all payments of the receipt. */
  paymentKey: text('w.payment_key'),
  proposedBy: text('j.actor'),
  reason: text('j.reason'),
  /** Empty while nobody has confirmed it. */
  confirmedBy: text("coalesce(k.actor, '')"),
};
export type ReceiptWithdrawal = RowOf<typeof WITHDRAWAL>;

/** A kept file with what has become of it. */
export const KEPT = {
  receipt: whole('r.receipt'),
  name: text('r.name'),
  hash: text('r.hash'),
  size: whole('r.size'),
  at: text('j.at'),
  actor: text('j.actor'),
};
export interface ReceiptInfo extends RowOf<typeof KEPT> {
  /** undefined where nothing could be made of it. */
  readonly reading: Omit<ReceiptReading, 'facts' | 'receipt'> | undefined;
  /** Number of facts that were read. */
  readonly facts: number;
  readonly withdrawals: readonly ReceiptWithdrawal[];
  /** Day (`YYYY-MM-DD`) on which its bytes were deleted, empty while they have not been. */
  readonly deletedOn: string;
}

export interface WithdrawalRequest extends SignedActBy {
  readonly receipt: number;
  /** Empty for all payments of the receipt. */
  readonly paymentKey: string;
}

/** What an act of receipts moved. */
export interface ReceiptMoves {
  /** Number of payments whose outcome is another now. */
  readonly payments: number;
  /** Number of payments told of whose fate is not known. */
  readonly unknown: number;
  /** Accounts that it has blocked: nothing is paid to them until they are confirmed anew. */
  readonly blocked: readonly BlockedAccount[];
  /** True where the same had been done before. */
  readonly already: boolean;
}
