import type { DraftSummary } from './draft-content';

/** Columns that are counted and hashed from a draft's content. */
export const SUMMARY_COLUMNS = [
  'lines',
  'lines_total',
  'payments',
  'paid',
  'corrections',
  'persons_corrected',
  'held',
  'withheld',
  'lines_hash',
  'payouts_hash',
  'held_hash',
  'coverage_hash',
  'identities_hash',
] as const;

/** Columns of the table batches, in its order. */
export const COLUMNS_OF_BATCH = [
  'batch',
  'journal',
  'run_id',
  'kind',
  'grant_year',
  'term',
  'supplement',
  'as_of',
  'annuls',
  'actor',
  'actor_key',
  'posting_head',
  'manifest_hash',
  'snapshot',
  'run_folder',
  'rule_lock_hash',
  'parameters_hash',
  'accepted',
  'assumptions',
  'blockers',
  ...SUMMARY_COLUMNS,
  'facts',
] as const;

export type BatchColumn = (typeof COLUMNS_OF_BATCH)[number];

/** The row of a draft, by column. */
export type BatchRow = Readonly<Record<BatchColumn, string | number>>;

/** Columns that say what a draft is. The journal holds them, and a repeated draft must have the same. */
export const CONTENT_COLUMNS = COLUMNS_OF_BATCH.filter(
  (column) => column !== 'batch' && column !== 'journal' && column !== 'actor' && column !== 'actor_key',
);

/** Those of an act of a format. */
export function contentColumns(format: number): readonly BatchColumn[] {
  return CONTENT_COLUMNS.filter((column) => column !== 'facts' || format >= 2);
}

/** Their values for a draft. */
export function summaryColumns(summary: DraftSummary): Readonly<Pick<BatchRow, (typeof SUMMARY_COLUMNS)[number]>> {
  return {
    lines: summary.lines,
    lines_total: summary.linesTotalNok,
    payments: summary.payments,
    paid: summary.paidNok,
    corrections: summary.correctionsNok,
    persons_corrected: summary.personsCorrected,
    held: summary.heldNok,
    withheld: summary.withheldNok,
    lines_hash: summary.linesHash,
    payouts_hash: summary.payoutsHash,
    held_hash: summary.heldHash,
    coverage_hash: summary.coverageHash,
    identities_hash: summary.identitiesHash,
  };
}
