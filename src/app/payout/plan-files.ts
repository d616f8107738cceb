import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import type { BatchInfo, Ledger, PaymentFileContent, PaymentFileInfo, SignedActBy, TrackedPayment } from '../../ledger';
import { paymentSettings } from '../payment/payment-settings';
import { refuseExecutionDate } from './execution-date';
import { ledgerFileContents } from './ledger-file-contents';
import { orderContents } from './order-contents';
import { isKeptByCase, type Payee, payeeNotices, payeesOfLedger } from './payees';
import type { PayingInstallation, WritePayoutRequest } from './payout-types';

/** What was found on the way to the files. */
export interface Planned {
  held: readonly Payee[];
  notices: readonly ErrorDetail[];
}

/** What goes into files now; nothing where no payment waits. The caller holds the ledger. */
export function planFiles(
  ledger: Ledger,
  installation: PayingInstallation,
  request: WritePayoutRequest,
  by: SignedActBy,
  found: Planned,
): PaymentFileContent[] {
  const { runId, reason = '' } = request;
  const batch = postedBatch(ledger, runId);
  const files = filesInForce(ledger, runId);
  const waiting = waitingPayments(ledger, runId, files, request.again);
  // Without a day, or with nobody left who could be paid on it, the files that stand are put where they belong again.
  const isPutAgain = files.length > 0 && request.channel === undefined && request.on === undefined;
  if (waiting.length === 0 || isPutAgain) {
    refuseOtherChannel(files, request);
    return [];
  }
  const settings = installation.payment ?? paymentSettings({});
  const [channel, executionDate] = [demanded('--channel', request.channel), demanded('--on', request.on)];
  refuseOtherChannel(files, request);
  if (request.again && reason.trim() === '') refuseDeleted(ledger, runId, waiting);
  refuseExecutionDate(executionDate, by.at.slice(0, 10), settings, reason);
  const recipients = ledger.recipientsOn(executionDate);
  if (recipients === undefined) throw new NorsktilskuddError('refused', 'PAYOUT_NO_REGISTER', {});
  const payees = payeesOfLedger(ledger, waiting, executionDate);
  found.held = payees.filter(({ obstacles }) => obstacles.length > 0);
  const payable = payees.filter(({ obstacles }) => obstacles.length === 0);
  if (payable.length === 0 && request.holdUnpayable && files.length > 0) return [];
  refuseUnpayable(request, executionDate, found.held, payable);
  found.notices = payeeNotices(payable);
  const parts = {
    batch,
    rehearsal: ledger.rehearsal,
    settings,
    payees: payable,
    executionDate,
    createdAt: by.at,
    first: Math.max(0, ...ledger.paymentFiles(runId).map(({ number }) => number)) + 1,
    tries: triesOf(files),
  };
  if (channel === 'pain001') return orderContents(parts);
  return ledgerFileContents({ ...parts, ledger, recipients, isFirst: files.length === 0 });
}

/** @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_FILE_NOT_POSTED */
export function postedBatch(ledger: Ledger, runId: string): BatchInfo {
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  if (batch.state === 'posted') return batch;
  throw new NorsktilskuddError('refused', 'LEDGER_FILE_NOT_POSTED', { runId, state: batch.state });
}

/** Payments that stand in no file and of which nothing is known; with `again` those that were refused or came back since. */
function waitingPayments(
  ledger: Ledger,
  runId: string,
  files: readonly PaymentFileInfo[],
  again: boolean,
): TrackedPayment[] {
  const filed = new Set(files.flatMap(({ payments }) => payments.map(({ paymentKey }) => paymentKey)));
  const refused = new Set(again ? ledger.payableAgain(runId).map(({ paymentKey }) => paymentKey) : []);
  return ledger
    .trackedPayments(runId)
    .filter(({ paymentKey, state }) =>
      again ? refused.has(paymentKey) : state === 'ordered' && !filed.has(paymentKey),
    );
}

/** What our own people have deleted in the bank is written anew only with a reason. */
function refuseDeleted(ledger: Ledger, runId: string, waiting: readonly TrackedPayment[]): void {
  const keys = new Set(waiting.map(({ paymentKey }) => paymentKey));
  const deleted = ledger
    .payableAgain(runId)
    .filter(({ paymentKey, codes }) => keys.has(paymentKey) && codes.includes('DS02'))
    .map(({ paymentKey }) => paymentKey);
  if (deleted.length === 0) return;
  throw new NorsktilskuddError('refused', 'PAYOUT_DELETED', { named: deleted.join(', '), count: deleted.length });
}

function triesOf(files: readonly PaymentFileInfo[]): ReadonlyMap<string, number> {
  const tries = new Map<string, number>();
  for (const { paymentKey } of files.flatMap(({ payments }) => payments)) {
    tries.set(paymentKey, (tries.get(paymentKey) ?? 0) + 1);
  }
  return tries;
}

/** @throws NorsktilskuddError refused PAYOUT_NOT_PAYABLE, PAYOUT_NOTHING_PAYABLE with every reason as a detail */
function refuseUnpayable(
  { runId, holdUnpayable }: WritePayoutRequest,
  on: string,
  held: readonly Payee[],
  payable: readonly Payee[],
): void {
  const details = held.flatMap(({ obstacles }) => obstacles);
  if (payable.length === 0) throw new NorsktilskuddError('refused', 'PAYOUT_NOTHING_PAYABLE', { runId, on }, details);
  const unpayable = held.filter((payee) => !isKeptByCase(payee));
  if (unpayable.length === 0 || holdUnpayable) return;
  const { heldCount: payments, heldNok: sumNok } = heldSum(unpayable);
  throw new NorsktilskuddError('refused', 'PAYOUT_NOT_PAYABLE', { runId, on, payments, sumNok }, details);
}

/** @throws NorsktilskuddError refused LEDGER_FILE_OTHER_CHANNEL where files of the run go another way */
export function refuseOtherChannel(files: readonly PaymentFileInfo[], { runId, channel }: WritePayoutRequest): void {
  const other = files.find((file) => channel !== undefined && file.channel !== channel);
  if (other === undefined) return;
  const params = { runId, channel: other.channel, name: other.name };
  throw new NorsktilskuddError('refused', 'LEDGER_FILE_OTHER_CHANNEL', params);
}

function demanded<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: name });
  return value;
}

/** Files of a run that were not given up. */
export function filesInForce(ledger: Ledger, runId: string): PaymentFileInfo[] {
  return ledger.paymentFiles(runId).filter(({ state }) => state !== 'discarded');
}

/** How many payments are held back, and their kroner. */
export function heldSum(payees: readonly Payee[]): { readonly heldCount: number; readonly heldNok: number } {
  return { heldCount: payees.length, heldNok: payees.reduce((sum, { payment }) => sum + payment.amountNok, 0) };
}
