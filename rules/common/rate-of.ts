import {
  type GrantYearContext,
  type LimitKey,
  type Outcome,
  RATE_CLASS,
  RATE_CLASSES,
  type RateKey,
  type Reading,
  rateCell,
  STATUS,
} from '../../src/domain';

/**
 * Looks the amount up and marks the outcome as triggered; a missing cell is named, never taken as zero (rulebook 1).
 * @param rateClass RATE_CLASS ordinal
 */
export function applyRate(outcome: Outcome, context: GrantYearContext, key: RateKey, rateClass: number): number {
  const name = RATE_CLASSES[rateClass - RATE_CLASS.low] ?? 'single';
  const index = context.rates.find(key, context.grantYear, name);
  outcome.rateClass = rateClass;
  outcome.rateIndex = index;
  outcome.status = STATUS.triggered;
  const rate = context.rates.rates[index];
  if (rate) return rate.valueNok;
  outcome.status = STATUS.missingRate;
  outcome.missingCells.push(rateCell(key, context.grantYear, name));
  return 0;
}

/** That the annual amount is not reduced for a part year (A8), which is all that the limit can say. */
export function fullAmount(limit: LimitKey): Reading {
  return { cells: [], limits: [limit], turns: () => [] };
}
