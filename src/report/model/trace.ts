import type { Explanation } from '../explanation/explanation';

/** A row of the extract that an explanation names, as the register has it. */
export interface RegisterRowShown {
  readonly file: string;
  readonly line: number;
  /** The row in a sentence, with where it stands. */
  readonly values: readonly {
    readonly column: string;
    readonly kind: 'Day' | 'Word' | 'Place';
    readonly value: string;
  }[];
}

export interface Trace {
  /** Place of the line in payout_lines.csv, from 1. */
  readonly number: number;
  readonly recipientId: string;
  readonly explanation: Explanation;
  readonly rows: readonly RegisterRowShown[];
}
