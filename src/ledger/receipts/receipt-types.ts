import type { ErrorDetail } from '../../domain';
import type { SignedActBy } from '../journal';
import type { BlockedAccount } from '../recipients/blocks';

/** A file that somebody has brought, kept as it was before anything is made of it. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that a message, or somebody by hand, has said of one payment. */
export interface ReceiptFact {
  readonly paymentKey: string;
  /** Message id of the file of payments that it answers; empty where it does not say. */
  readonly orderId: string;
  readonly meaning: string;
  readonly at: string;
  readonly status: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** Kind of message, `camt.054`; `hand` for an outcome that was reported by hand. */
  readonly kind: string;
  readonly booking: string;
}

/** What was made of a kept file. */
export interface ReceiptReading {
  readonly receipt: number;
  /** `pain.002.001.03`, or a list and its profile. */
  readonly kind: string;
  readonly messageId: string;
  /** The same for a message that is sent again. */
  readonly identity: string;
  /** Hash of what it says. */
  readonly content: string;
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
export interface ReceiptWithdrawal {
  readonly withdrawal: number;
  readonly receipt: number;
  /** Empty for all payments of the receipt. */
  readonly paymentKey: string;
  readonly proposedBy: string;
  readonly reason: string;
  /** Empty while nobody has confirmed it. */
  readonly confirmedBy: string;
}

/** A kept file with what has become of it. */
export interface ReceiptInfo {
  readonly receipt: number;
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly at: string;
  readonly actor: string;
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
