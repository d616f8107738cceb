import { NO_PERSON } from '../../domain';

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

/** A line of a batch, as far as its figures need it. */
export interface FigureLine {
  /** NO_PERSON for none; null where the person has been deleted from the ledger. */
  readonly personId: number | null;
  readonly amountNok: number;
}

/** What an approver looks at first. Whole kroner. */
export interface BatchFigures {
  /** Distinct persons with a line. */
  readonly persons: number;
  readonly lines: number;
  /** Sum of the positive lines. */
  readonly grossNok: number;
  /** Sum of the negative lines; at most 0. */
  readonly correctionsNok: number;
  /** Gross and corrections together. */
  readonly netNok: number;
  readonly paidNok: number;
  /** Recipient of the largest sum of payments, over all netting groups; 0 kroner where nothing is paid. */
  readonly largest: { readonly recipient: number; readonly paidNok: number };
}

/** Figures of a batch from its lines and its payments. */
export function batchFigures(
  lines: Iterable<FigureLine>,
  payments: readonly { readonly recipient: number; readonly amountNok: number }[],
): BatchFigures {
  const persons = new Set<number>();
  let [count, grossNok, correctionsNok] = [0, 0, 0];
  for (const { personId, amountNok } of lines) {
    count += 1;
    if (personId !== NO_PERSON && personId !== null) persons.add(personId);
    if (amountNok > 0) grossNok += amountNok;
    else correctionsNok += amountNok;
  }
  const paidTo = new Map<number, number>();
  for (const { recipient, amountNok } of payments) paidTo.set(recipient, (paidTo.get(recipient) ?? 0) + amountNok);
  const [largest] = [...paidTo].sort(([one, a], [other, b]) => b - a || one - other);
  return {
    persons: persons.size,
    lines: count,
    grossNok,
    correctionsNok,
    netNok: grossNok + correctionsNok,
    paidNok: payments.reduce((sum, { amountNok }) => sum + amountNok, 0),
    largest: { recipient: largest?.[0] ?? 0, paidNok: largest?.[1] ?? 0 },
  };
}
