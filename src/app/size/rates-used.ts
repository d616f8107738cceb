import type { NationalSize } from '../../analysis';
import { type ErrorDetail, RATE_CLASSES, type Rate, type RateTable, rateKeysOf } from '../../domain';

/** What a report says of the ledger that it read. */
export interface LedgerView {
  readonly rehearsal: boolean;
  readonly journalHead: string;
  /** Run id of the draft that waits for approval. */
  readonly draft: string | undefined;
  /** What was done with the ledger and is not in it: it is an older copy. */
  readonly missing: readonly ErrorDetail[];
}

/** Rates that the cells of a size rest on, in the order of the cells. */
export function ratesUsed(size: NationalSize, rates: RateTable, grantYear: number): Rate[] {
  return size.cells.flatMap(({ component, yearNumber, rateClass }) => {
    const name = RATE_CLASSES[rateClass - 1];
    if (name === undefined) return [];
    const keys = rateKeysOf(component, yearNumber);
    return keys.flatMap((key) => rates.rates[rates.find(key, grantYear, name)] ?? []);
  });
}
