import type { BatchFigures } from './batch-figures';

/** Limits of a batch, as the settings name them; an absent one is no limit. */
export interface BatchLimits {
  readonly persons?: number | undefined;
  readonly paid_nok?: number | undefined;
  readonly recipient_paid_nok?: number | undefined;
  readonly corrections_nok?: number | undefined;
  readonly persons_change_percent?: number | undefined;
  readonly paid_change_percent?: number | undefined;
}

export const LIMIT_NAMES = [
  'persons',
  'paid_nok',
  'recipient_paid_nok',
  'corrections_nok',
  'persons_change_percent',
  'paid_change_percent',
] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

/** A limit beside what the batch comes to. */
export interface LimitCheck {
  readonly name: LimitName;
  readonly limit: number;
  /** Persons, kroner or percent (rounded up to a whole one); undefined where there is nothing to compare with. */
  readonly value: number | undefined;
  readonly breached: boolean;
}

/**
 * Holds a batch to its limits, in the order of their names in the settings.
 *
 * @param lastYear the same term of the year before; undefined where no such batch was posted, and then a change has no
 * limit that it could breach
 */
export function checkLimits(
  limits: BatchLimits,
  figures: BatchFigures,
  lastYear: BatchFigures | undefined,
): LimitCheck[] {
  return LIMIT_NAMES.flatMap((name): LimitCheck[] => {
    const limit = limits[name];
    if (limit === undefined) return [];
    const value = figureOf(name, figures, lastYear);
    return [{ name, limit, value, breached: value !== undefined && value > limit }];
  });
}

function figureOf(name: LimitName, figures: BatchFigures, lastYear: BatchFigures | undefined): number | undefined {
  switch (name) {
    case 'persons':
      return figures.persons;
    case 'paid_nok':
      return figures.paidNok;
    case 'recipient_paid_nok':
      return figures.largest.paidNok;
    case 'corrections_nok':
      return Math.abs(figures.correctionsNok);
    case 'persons_change_percent':
      return lastYear && changePercent(figures.persons, lastYear.persons);
    case 'paid_change_percent':
      return lastYear && changePercent(figures.paidNok, lastYear.paidNok);
  }
}

/** Size of a change in whole percent, rounded up; undefined where there was nothing before. */
function changePercent(now: number, before: number): number | undefined {
  if (before <= 0) return undefined;
  const hundredfold = Math.abs(now - before) * 100;
  return Math.floor((hundredfold + before - 1) / before);
}
