import type { LetterLanguage } from '../../messages';
import type { PaymentSettings } from '../payment/payment-settings';
import type { LetterSettings } from './letter-settings';
import type { LettersStep } from './place-letters';

/** What letters are written of, read and checked. */
export interface LettersInput {
  readonly db: string;
  readonly runId: string;
  readonly actor: string;
  /** Recipient codes, `0301`; empty for everybody who has a payment, a correction or a balance. */
  readonly recipients: readonly string[];
  /** Of all letters; undefined: each recipient's own. */
  readonly language: LetterLanguage | undefined;
  /** `YYYY-MM-DD` of the letters; undefined: as they were written before, else today. */
  readonly date: string | undefined;
  /** Day on which is to be paid what stands in no file yet; undefined: not settled. */
  readonly on: string | undefined;
  /** Number in the archive, `2018/123`; undefined: as they were written before. Letters of a real ledger need one. */
  readonly archiveCase: string | undefined;
  readonly isPdf: boolean;
  /** Chromium that makes the PDFs; undefined: that of the machine. */
  readonly chromium: string | undefined;
  /** undefined: `<run folder>.letters`. */
  readonly out: string | undefined;
  /** Texts that go before those of the settings. */
  readonly texts: string | undefined;
  readonly letters: LetterSettings | undefined;
  readonly payment: PaymentSettings | undefined;
  readonly onStep?: LettersStep;
}
