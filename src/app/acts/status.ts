import { join } from 'node:path';
import { type StoredSnapshot, storedSnapshots } from '../../audit';
import { type Day, type ErrorDetail, knownDay } from '../../domain';
import { nowUtc } from '../../effects';
import { ALL_POSTED, type BatchInfo } from '../../ledger';
import { type OpenAct, openActs } from '../cases/acts-of-run';
import { nextSteps } from '../next-step/next-steps';
import { recipientSteps } from '../next-step/payment-steps';
import { type NextStep, NO_STEP_SETTINGS, type StepSettings } from '../next-step/step';
import type { PaymentSettings } from '../payment/payment-settings';
import { type LogBesideLedger, logBesideLedger } from '../privacy/noted-heads';
import { batchProgress, type SilentFile, type StageSum, silentFiles } from '../receipts/payment-progress';
import { type SchemeTask, schemeTasks } from '../scheme-calendar/tasks';
import { withLedger } from './act';

/** Where a ledger stands. */
export interface LedgerStatus {
  readonly rehearsal: boolean;
  /** Day on which it is asked. */
  readonly today: Day;
  /** What is to be done now and by when, what is late first. */
  readonly tasks: readonly SchemeTask[];
  /** What can be done next, what comes first first. */
  readonly next: readonly NextStep[];
  /** Recipients whose accounts wait for a second person. */
  readonly unconfirmed: readonly string[];
  readonly batches: readonly BatchInfo[];
  readonly snapshots: readonly StoredSnapshot[];
  /** What was done with the ledger and is not in it: it is an older copy. */
  readonly missing: readonly ErrorDetail[];
  readonly requiresSignatures: boolean;
  /** How far the payments of each batch have come, in the order of the batches; none of a batch that counts no more. */
  readonly progress: readonly (StageSum & { readonly runId: string })[];
  /** Files that wait for an answer of the bank longer than they should. */
  readonly silent: readonly SilentFile[];
  /** Files of receipts of which nothing could be made. */
  readonly unreadReceipts: readonly string[];
  /** Acts of cases that wait for somebody, or that hold until they are withdrawn. */
  readonly openActs: readonly OpenAct[];
  readonly postingHead: string;
  /** How far the access log has come, and what the ledger has noted and it has not. */
  readonly access: LogBesideLedger;
  readonly journalHead: string;
}

/** Drafts, posted batches and snapshots, and the heads to keep elsewhere; proven before it is reported. */
export function ledgerStatus(
  db: string,
  payment: Partial<Pick<PaymentSettings, 'silenceDays' | 'closedDays'>> = {},
  today = knownDay(nowUtc().slice(0, 10)),
  settings: StepSettings = { ...NO_STEP_SETTINGS, hasPayer: Object.keys(payment).length > 0 },
): LedgerStatus {
  return withLedger(db, true, (ledger) => {
    ledger.prove(ALL_POSTED);
    const batches = ledger.batches();
    const progress = batches.flatMap((batch) =>
      batchProgress(ledger, batch).map((sum) => ({ ...sum, runId: batch.runId })),
    );
    const snapshots = storedSnapshots(ledger, join(`${db}.d`, 'snapshots'));
    return {
      rehearsal: ledger.rehearsal,
      today,
      tasks: schemeTasks(ledger, {
        today,
        progress,
        extracts: snapshots.map(({ takenAt }) => takenAt),
        grantYear: settings.grantYear,
      }),
      next: nextSteps(ledger, settings, today),
      unconfirmed: recipientSteps(ledger).flatMap(({ blockedBy }) => blockedBy),
      batches,
      progress,
      silent: silentFiles(ledger, payment.silenceDays, payment.closedDays),
      unreadReceipts: ledger
        .receipts()
        .flatMap(({ reading, name, deletedOn }) => (reading === undefined && deletedOn === '' ? [name] : [])),
      snapshots,
      missing: ledger.missing(),
      requiresSignatures: ledger.requiresSignatures(),
      openActs: openActs(ledger),
      postingHead: ledger.postingHead(),
      journalHead: ledger.journalHead(),
      access: logBesideLedger(db, ledger),
    };
  });
}
