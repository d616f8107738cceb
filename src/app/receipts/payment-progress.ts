import { asDay, bankDaysAfter, formatDay, knownDay, PAYMENT_STAGES, type PaymentStage } from '../../domain';
import { nowUtc } from '../../effects';
import type { BatchInfo, Ledger, PaymentFileInfo } from '../../ledger';
import { payeesOfLedger } from '../payout/payees';
import { receiptJudge } from './receipt-judge';

/** A payment with how far it has come. */
export interface PaymentProgress {
  readonly runId: string;
  readonly paymentKey: string;
  /** RecipientCode. */
  readonly recipient: number;
  readonly amountNok: number;
  readonly stage: PaymentStage;
  /** No file could pay it today. */
  readonly isBlocked: boolean;
  /** The last file that it stands in; empty for none. */
  readonly file: string;
  /** Day or time of the last that was said; empty for nothing. */
  readonly at: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** Days on which it was paid, and on which it was refused or came back, in their order. */
  readonly outcomes: readonly { readonly kind: string; readonly on: string }[];
}

/** Payments of a posted batch, by recipient and group. */
export function paymentProgress(ledger: Ledger, runId: string): PaymentProgress[] {
  const files = ledger.paymentFiles(runId).filter(({ state }) => state !== 'discarded');
  const fileOf = new Map(files.flatMap((file) => file.payments.map(({ paymentKey }) => [paymentKey, file] as const)));
  const blocked = blockedPayments(ledger, runId);
  return ledger.paymentFates(runId, receiptJudge).map(({ payment, fate }) => {
    const { paymentKey, recipient, amountNok, outcomes } = payment;
    const file = fileOf.get(paymentKey);
    const { at, codes, texts } = fate;
    const isBlocked = blocked.has(paymentKey);
    const [stage, fileId] = [stageOf(fate.state, file, isBlocked), file?.messageId ?? ''];
    return { runId, paymentKey, recipient, amountNok, stage, isBlocked, file: fileId, at, codes, texts, outcomes };
  });
}

/** Keys of the payments that no file could pay today; none where the ledger has no register of recipients. */
function blockedPayments(ledger: Ledger, runId: string): ReadonlySet<string> {
  const today = nowUtc().slice(0, 10);
  if (ledger.recipientsOn(today) === undefined) return new Set();
  const payees = payeesOfLedger(ledger, ledger.trackedPayments(runId), today);
  return new Set(payees.flatMap(({ payment, obstacles }) => (obstacles.length > 0 ? [payment.paymentKey] : [])));
}

function stageOf(state: string, file: PaymentFileInfo | undefined, isBlocked: boolean): PaymentStage {
  if (state !== 'no_news') return PAYMENT_STAGES.find((stage) => stage === state) ?? 'unknown';
  if (file === undefined) return isBlocked ? 'blocked' : 'approved';
  return file.state === 'handed_over' ? 'handed_over' : 'in_file';
}

/** Count and kroner of the payments of a batch that have come so far. */
export interface StageSum {
  /** A stage, or `calculated` and `attested` of a draft. */
  readonly stage: string;
  readonly payments: number;
  readonly amountNok: number;
}

/** How far a batch has come, stage by stage; nothing of one that counts no more. */
export function batchProgress(ledger: Ledger, batch: BatchInfo): StageSum[] {
  const { runId, state, payments, paidNok, approvals } = batch;
  if (state === 'draft') {
    const stage = approvals.some(({ role }) => role === 'attestant') ? 'attested' : 'calculated';
    return [{ stage, payments, amountNok: paidNok }];
  }
  if (state !== 'posted' || batch.kind !== 'run') return [];
  return stageSums(paymentProgress(ledger, runId));
}

/** Sums by stage, those that have any payments. */
function stageSums(payments: readonly PaymentProgress[]): StageSum[] {
  return PAYMENT_STAGES.flatMap((stage) => {
    const mine = payments.filter((payment) => payment.stage === stage);
    const amountNok = mine.reduce((sum, payment) => sum + payment.amountNok, 0);
    return mine.length === 0 ? [] : [{ stage, payments: mine.length, amountNok }];
  });
}

/** A file that was handed over and to which, for some payments, no answer has come in time. */
export interface SilentFile {
  readonly runId: string;
  readonly file: string;
  /** Day on which it was handed over last. */
  readonly handedOverOn: string;
  readonly payments: number;
  readonly amountNok: number;
}

/** Bank days after which a file without an answer is told of, where the settings do not say. */
const SILENCE_DAYS = 3;

/**
 * Files that wait for an answer longer than some bank days: a wrong id gives silence, not an error.
 *
 * @param closed further days on which the bank is closed, `YYYY-MM-DD`
 */
export function silentFiles(ledger: Ledger, silenceDays = SILENCE_DAYS, closed: readonly string[] = []): SilentFile[] {
  const today = knownDay(nowUtc().slice(0, 10));
  const closedDays = closed.map(knownDay);
  const files = ledger.paymentFiles().filter(({ state }) => state === 'handed_over');
  const late = files.filter(({ handOvers }) => {
    const last = handOvers.at(-1);
    return last !== undefined && today > bankDaysAfter(asDay(knownDay(last.on)), silenceDays, closedDays);
  });
  const progress = new Map([...new Set(late.map(({ runId }) => runId))].map((id) => [id, paymentProgress(ledger, id)]));
  return late.flatMap(({ runId, messageId, handOvers }) => {
    const waiting = (progress.get(runId) ?? []).filter(
      ({ file, stage }) => file === messageId && (stage === 'handed_over' || stage === 'waiting'),
    );
    const amountNok = waiting.reduce((sum, payment) => sum + payment.amountNok, 0);
    const handedOverOn = handOvers.at(-1)?.on ?? formatDay(today);
    return waiting.length === 0 ? [] : [{ runId, file: messageId, handedOverOn, payments: waiting.length, amountNok }];
  });
}
