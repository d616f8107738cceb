import { NO_PERSON } from '../../domain';

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
