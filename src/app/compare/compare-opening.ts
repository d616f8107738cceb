import { type Component, componentOrdinal } from '../../domain';
import { pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { withLedger } from '../acts/act';

/** What two batches hold of a grant year, component and recipient. Whole kroner. */
export interface BatchSumRow {
  readonly grantYear: number;
  readonly component: Component;
  /** RecipientCode. */
  readonly recipient: number;
  readonly aNok: number;
  readonly bNok: number;
}

/** Two batches of which at least one is an opening: it rests on no register, so that sums alone can be reported. */
export interface OpeningComparison {
  readonly a: BatchInfo;
  readonly b: BatchInfo;
  /** In the order of years, components and codes. */
  readonly rows: readonly BatchSumRow[];
}

/** Compares two batches by their sums where one of them is an opening; undefined where neither is, or one is no batch. */
export function compareOpening(one: string, other: string, db: string): OpeningComparison | undefined {
  if (!pathExists(db)) return undefined;
  return withLedger(db, true, (ledger) => {
    const [a, b] = [ledger.batch(one), ledger.batch(other)];
    if (a === undefined || b === undefined || (a.kind !== 'opening' && b.kind !== 'opening')) return undefined;
    return { a, b, rows: sumRows(ledger, a, b) };
  });
}

function sumRows(ledger: Ledger, a: BatchInfo, b: BatchInfo): BatchSumRow[] {
  const rows = new Map<string, { -readonly [Name in keyof BatchSumRow]: BatchSumRow[Name] }>();
  const add = (batch: BatchInfo, side: 'aNok' | 'bNok'): void => {
    for (const { grantYear, component, recipient, amountNok } of ledger.linesOf(batch.runId)) {
      const key = `${grantYear} ${component} ${recipient}`;
      const row = rows.get(key) ?? { grantYear, component, recipient, aNok: 0, bNok: 0 };
      row[side] += amountNok;
      rows.set(key, row);
    }
  };
  add(a, 'aNok');
  add(b, 'bNok');
  return [...rows.values()].sort(
    (one, other) =>
      one.grantYear - other.grantYear ||
      componentOrdinal(one.component) - componentOrdinal(other.component) ||
      one.recipient - other.recipient,
  );
}
