import type { ErrorDetail } from '../../domain';
import type { PaymentChannel, PaymentFileInfo } from '../../ledger';
import type { Act, ActingInstallation } from '../acts/act';
import type { Installation } from '../installation';
import type { Placing } from './place-file';

/** What paying needs of an installation. */
export type PayingInstallation = ActingInstallation & Pick<Installation, 'payment'>;

/** What is asked for. */
export interface WritePayoutRequest extends Act {
  readonly runId: string;
  /** Needed where something is to be written for the first time. */
  readonly channel: PaymentChannel | undefined;
  /** `YYYY-MM-DD`: day of execution; needed as the channel. */
  readonly on: string | undefined;
  /** Payments that cannot be paid are left out, and stay owed. */
  readonly holdUnpayable: boolean;
  /** Refused and returned payments once more, in a new file. */
  readonly again: boolean;
  readonly language: 'nb' | 'en';
  /** Called before each part of the work, with the files that are done and all of them. */
  readonly onStep?: (step: PayoutStep, done: number, of: number) => void;
}

/** Steps that take time with many payments. */
export type PayoutStep = 'plan' | 'write' | 'check';

/** A file of payments and where it lies. */
export interface PlacedFile {
  readonly file: PaymentFileInfo;
  readonly path: string;
  readonly placing: Placing;
}

/** What came of it. */
export interface PayoutWritten {
  readonly runId: string;
  readonly rehearsal: boolean;
  /** Files that were written now; of a call that only repeats, none. */
  readonly written: readonly PlacedFile[];
  /** Files that stood already, put where they belong where they were not there. */
  readonly already: readonly PlacedFile[];
  /** Why payments are left out. */
  readonly held: readonly ErrorDetail[];
  readonly heldCount: number;
  readonly heldNok: number;
  readonly notices: readonly ErrorDetail[];
  /** Paths of the transfer list. */
  readonly lists: readonly string[];
  readonly journalHead: string;
}
