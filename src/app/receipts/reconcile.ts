import { NorsktilskuddError, type PaymentStage } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import { withLedger } from '../acts/act';
import { type AccountDifferences, compareAccounts, readBookings } from './agency-accounts';
import { type PaymentProgress, paymentProgress } from './payment-progress';

/** Where posted money is. The buckets come to what was posted, to the krone. */
export const BUCKETS = ['paid', 'refused', 'returned', 'blocked', 'waiting', 'unknown', 'no_news'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What was posted for something, and where it is. Whole kroner. */
export interface ReconciledRow extends Readonly<Record<`${Bucket}Nok`, number>> {
  /** A grant year, run, file (empty: in none) or recipient. */
  readonly of: string;
  readonly payments: number;
  readonly postedNok: number;
}

/** Posted money and where it is, cut in several ways. */
export interface Reconciliation {
  readonly years: readonly ReconciledRow[];
  readonly batches: readonly ReconciledRow[];
  readonly files: readonly ReconciledRow[];
  readonly recipients: readonly ReconciledRow[];
  readonly total: ReconciledRow;
  /** What batches and payments differ by; 0 where all is well. */
  readonly differenceNok: number;
  /** undefined where no accounts were given. */
  readonly accounts: AccountDifferences | undefined;
  readonly postingHead: string;
  readonly journalHead: string;
}

export interface ReconcileRequest {
  readonly db: string;
  /** A posted run; without it all of a grant year. */
  readonly runId?: string | undefined;
  readonly grantYear?: number | undefined;
  /** Bookings of the agency's accounts, as CSV. */
  readonly accounts?: string | undefined;
}

/**
 * Adds up where the money of a run or a grant year is: posted = paid + refused + returned + blocked + waiting + unknown + no
 * news, per year, batch, file and recipient; and holds what was paid to the agency's own accounts.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused RECONCILE_NOT_POSTED; input BOOKINGS_REFUSED
 */
export function reconcile({ db, runId, grantYear, accounts }: ReconcileRequest): Reconciliation {
  const bookings = accounts === undefined ? undefined : readBookings(accounts);
  return withLedger(db, true, (ledger) => {
    ledger.prove({ payments: true });
    return reconcileLedger(ledger, { runId, grantYear }, bookings);
  });
}

/** The same of a ledger that is open and proven. */
export function reconcileLedger(
  ledger: Ledger,
  { runId, grantYear }: Pick<ReconcileRequest, 'runId' | 'grantYear'>,
  bookings?: Parameters<typeof compareAccounts>[1],
): Reconciliation {
  const batches = batchesOf(ledger, runId, grantYear);
  const rows = batches.flatMap((batch) =>
    paymentProgress(ledger, batch.runId).map((payment) => ({ payment, year: String(batch.grantYear) })),
  );
  const payments = rows.map(({ payment }) => payment);
  const total = rowOf('', payments);
  const cut = (of: (row: (typeof rows)[number]) => string): ReconciledRow[] => cutBy(rows, of);
  return {
    years: cut(({ year }) => year),
    batches: cut(({ payment }) => payment.runId),
    files: cut(({ payment }) => payment.file),
    recipients: cut(({ payment }) => String(payment.recipient)),
    total,
    differenceNok: batches.reduce((sum, { paidNok }) => sum + paidNok, 0) - sumOfBuckets(total),
    accounts: bookings === undefined ? undefined : compareAccounts(payments, bookings, otherPayments(ledger, batches)),
    postingHead: ledger.postingHead(),
    journalHead: ledger.journalHead(),
  };
}

/** Run of each payment that belongs to none of these. */
function otherPayments(ledger: Ledger, asked: readonly BatchInfo[]): Map<string, string> {
  const runs = new Set(asked.map(({ runId }) => runId));
  const others = ledger
    .batches()
    .filter(({ kind, state, runId }) => kind === 'run' && state === 'posted' && !runs.has(runId));
  return new Map(
    others.flatMap(({ runId }) => ledger.paymentsOf(runId).map(({ paymentKey }) => [paymentKey, runId] as const)),
  );
}

function batchesOf(ledger: Ledger, runId: string | undefined, grantYear: number | undefined): BatchInfo[] {
  if (runId === undefined) {
    return ledger
      .batches()
      .filter(({ kind, state, grantYear: year }) => kind === 'run' && state === 'posted' && year === grantYear);
  }
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  if (batch.kind === 'run' && batch.state === 'posted') return [batch];
  throw new NorsktilskuddError('refused', 'RECONCILE_NOT_POSTED', { runId, state: batch.state });
}

function cutBy<Row extends { readonly payment: PaymentProgress }>(
  rows: readonly Row[],
  of: (row: Row) => string,
): ReconciledRow[] {
  const groups = new Map<string, PaymentProgress[]>();
  for (const row of rows) {
    const known = groups.get(of(row));
    if (known) known.push(row.payment);
    else groups.set(of(row), [row.payment]);
  }
  return [...groups].map(([name, payments]) => rowOf(name, payments));
}

const BUCKET_OF: Readonly<Partial<Record<PaymentStage, Bucket>>> = {
  paid: 'paid',
  refused: 'refused',
  returned: 'returned',
  blocked: 'blocked',
  accepted: 'waiting',
  waiting: 'waiting',
  unknown: 'unknown',
};

function rowOf(of: string, payments: readonly PaymentProgress[]): ReconciledRow {
  const sumOf = (bucket: Bucket): number =>
    payments.reduce(
      (sum, { stage, amountNok }) => sum + ((BUCKET_OF[stage] ?? 'no_news') === bucket ? amountNok : 0),
      0,
    );
  return {
    of,
    payments: payments.length,
    postedNok: payments.reduce((sum, { amountNok }) => sum + amountNok, 0),
    paidNok: sumOf('paid'),
    refusedNok: sumOf('refused'),
    returnedNok: sumOf('returned'),
    blockedNok: sumOf('blocked'),
    waitingNok: sumOf('waiting'),
    unknownNok: sumOf('unknown'),
    no_newsNok: sumOf('no_news'),
  };
}

function sumOfBuckets(row: ReconciledRow): number {
  return BUCKETS.reduce((sum, bucket) => sum + row[`${bucket}Nok`], 0);
}
