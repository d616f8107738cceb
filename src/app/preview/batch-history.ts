import { type BatchFigures, batchFigures } from '../../analysis';
import type { BatchInfo, Ledger } from '../../ledger';

/** A batch beside the two that an approver compares it with. */
export interface BatchHistory {
  readonly batch: BatchInfo;
  readonly figures: BatchFigures;
  /** The run posted last before it; undefined where there is none. */
  readonly lastTerm: PastBatch | undefined;
  /** The same term of the year before, supplements apart; undefined where none was posted. */
  readonly lastYear: PastBatch | undefined;
}

export interface PastBatch {
  readonly batch: BatchInfo;
  readonly figures: BatchFigures;
}

/** Figures of a batch and of those before it, as the ledger holds them. */
export function batchHistory(ledger: Ledger, batch: BatchInfo): BatchHistory {
  const posted = ledger.batches().filter(({ kind, state }) => kind === 'run' && state === 'posted');
  const before = posted.filter(({ posting }) => batch.posting === 0 || posting < batch.posting);
  const lastTerm = before.toSorted((one, other) => one.posting - other.posting).at(-1);
  const lastYear = before.find(
    ({ grantYear, term, supplementNumber }) =>
      grantYear === batch.grantYear - 1 && term === batch.term && supplementNumber === 0,
  );
  const payments = new Map(ledger.paymentHistory(batch).map((money) => [money.runId, money.payments]));
  const figuresOf = ({ runId }: BatchInfo): BatchFigures =>
    batchFigures(ledger.linesOf(runId), payments.get(runId) ?? []);
  const past = (one: BatchInfo | undefined): PastBatch | undefined => one && { batch: one, figures: figuresOf(one) };
  return { batch, figures: figuresOf(batch), lastTerm: past(lastTerm), lastYear: past(lastYear) };
}
