import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import {
  type BatchInfo,
  type Ledger,
  openLedger,
  type PaymentFileContent,
  type PaymentFileInfo,
  type SignedActBy,
  type TrackedPayment,
} from '../../ledger';
import { actBy } from '../acts/act';
import { actingKey } from '../approve/acting-key';
import { paymentSettings } from '../payment/payment-settings';
import { refuseExecutionDate } from './execution-date';
import { ledgerFileContents } from './ledger-file-contents';
import { orderContents } from './order-contents';
import { isKeptByCase, type Payee, payeeNotices, payeesOfLedger } from './payees';
import type { PayingInstallation, PayoutWritten, PlacedFile, WritePayoutRequest } from './payout-types';
import { faultsOfPlacedFile, pathOfFile, placeFile } from './place-file';
import { writeTransferList } from './transfer-list';

/** What was found on the way to the files. */
interface Planned {
  held: readonly Payee[];
  notices: readonly ErrorDetail[];
}

/**
 * Writes the payments of an approved batch into files that a bank or the accounting system takes. Each file is fixed in the
 * ledger first, with its bytes, count and sum; then written whole, read back, held to its schema and compared payment by
 * payment; only then it counts as made. Broken off anywhere, the same call finishes the same files. With nothing left to
 * write, the files that stand are put where they belong again, byte for byte.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, FLAG_MISSING; refused LEDGER_FILE_*, PAYOUT_*; verification
 * PAYOUT_WRITE_FAILED
 */
export async function writePayout(
  installation: PayingInstallation,
  request: WritePayoutRequest,
): Promise<PayoutWritten> {
  const { runId, onStep = () => {} } = request;
  const ledger = openLedger(installation.db);
  try {
    const by = { ...actBy(request), ...actingKey(installation, ledger) };
    const before = inForce(ledger, runId);
    const found: Planned = { held: [], notices: [] };
    onStep('plan', 0, 1);
    const isUnfinished = before.some(({ state }) => state === 'intent');
    if (isUnfinished) refuseOtherChannel(before, request);
    else ledger.writePaymentFiles(() => plan(ledger, installation, request, by, found), by);
    const files = inForce(ledger, runId);
    const begun = new Set(files.filter(({ state }) => state === 'intent').map(({ file }) => file));
    const placed: PlacedFile[] = [];
    for (const [index, file] of files.entries()) {
      onStep('write', index, files.length);
      placed.push(await place(installation.db, ledger, file, by, () => onStep('check', index, files.length)));
    }
    if (placed.length === 0) throw nothingLeft(ledger, runId);
    const held = { held: found.held.flatMap(({ obstacles }) => obstacles), ...sumOf(found.held) };
    return {
      runId,
      rehearsal: ledger.rehearsal,
      written: placed.filter(({ file }) => begun.has(file.file)),
      already: placed.filter(({ file }) => !begun.has(file.file)),
      ...held,
      notices: found.notices,
      lists: writeTransferList(installation.db, ledger, runId, request.language),
      journalHead: ledger.journalHead(),
    };
  } finally {
    ledger.close();
  }
}

function sumOf(payees: readonly Payee[]): { readonly heldCount: number; readonly heldNok: number } {
  return { heldCount: payees.length, heldNok: payees.reduce((sum, { payment }) => sum + payment.amountNok, 0) };
}

function inForce(ledger: Ledger, runId: string): PaymentFileInfo[] {
  return ledger.paymentFiles(runId).filter(({ state }) => state !== 'discarded');
}

/** Puts a file where it belongs, holds it to what was meant, and writes down that it is made. */
async function place(
  db: string,
  ledger: Ledger,
  file: PaymentFileInfo,
  by: SignedActBy,
  onCheck: () => void,
): Promise<PlacedFile> {
  const placing = placeFile(db, file, ledger.bytesOfPaymentFile(file.file));
  const placed = { file, placing, path: pathOfFile(db, file) };
  if (file.state !== 'intent') return placed;
  onCheck();
  const faults = await faultsOfPlacedFile(db, file, ledger.paymentsOf(file.runId));
  if (faults.length > 0) {
    throw new NorsktilskuddError('verification', 'PAYOUT_WRITE_FAILED', { name: file.name }, faults);
  }
  ledger.paymentFileMade(file.name, by);
  return { ...placed, file: { ...file, state: 'made' } };
}

/** What goes into files now; nothing where no payment waits. The caller holds the ledger. */
function plan(
  ledger: Ledger,
  installation: PayingInstallation,
  request: WritePayoutRequest,
  by: SignedActBy,
  found: Planned,
): PaymentFileContent[] {
  const { runId, reason = '' } = request;
  const batch = postedBatch(ledger, runId);
  const files = inForce(ledger, runId);
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

function postedBatch(ledger: Ledger, runId: string): BatchInfo {
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
  const { heldCount: payments, heldNok: sumNok } = sumOf(unpayable);
  throw new NorsktilskuddError('refused', 'PAYOUT_NOT_PAYABLE', { runId, on, payments, sumNok }, details);
}

function refuseOtherChannel(files: readonly PaymentFileInfo[], { runId, channel }: WritePayoutRequest): void {
  const other = files.find((file) => channel !== undefined && file.channel !== channel);
  if (other === undefined) return;
  const params = { runId, channel: other.channel, name: other.name };
  throw new NorsktilskuddError('refused', 'LEDGER_FILE_OTHER_CHANNEL', params);
}

function demanded<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: name });
  return value;
}

function nothingLeft(ledger: Ledger, runId: string): NorsktilskuddError {
  postedBatch(ledger, runId);
  return new NorsktilskuddError('refused', 'PAYOUT_NOTHING_LEFT', { runId });
}
