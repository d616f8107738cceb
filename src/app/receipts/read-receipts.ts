import { basename } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { readBytes } from '../../effects';
import type { Ledger, PaymentFileInfo } from '../../ledger';
import { DEFAULT_RECEIPT_SETTINGS, OrderBook, type PaymentOrder, type ReceiptSettings } from '../../payout';
import { type Act, type ActingInstallation, withAct, withLedger } from '../acts/act';
import { applyReceipt, type KeptReceipt, type ReadReceipt } from './apply-receipt';
import { readListProfile } from './list-profile';
import { readReceiptFile } from './receipt-file';
import { receiptJudge } from './receipt-judge';

export interface ReceiptsRequest extends Act {
  readonly files: readonly string[];
  /** Layout of lists of receipts. */
  readonly profile?: string | undefined;
  readonly settings?: ReceiptSettings | undefined;
  /** Called before each file is read, with those that are done and all of them. */
  readonly onFile?: (done: number, of: number) => void;
}

/**
 * Reads answers of a bank: keeps each file as it is, then writes down what it says of which payment. A file of which
 * nothing can be made is kept all the same and stops no other.
 *
 * @throws NorsktilskuddError as reading a file and recording an act
 */
export async function readReceipts(
  installation: ActingInstallation,
  { files, profile, settings = DEFAULT_RECEIPT_SETTINGS, onFile = () => {}, ...act }: ReceiptsRequest,
): Promise<{ readonly receipts: readonly ReadReceipt[]; readonly journalHead: string }> {
  const layout = profile === undefined ? undefined : readListProfile(profile);
  const given = files.map((path) => ({ file: basename(path), bytes: readBytes(path) }));
  const { received } = withAct(installation, act, (ledger, by) => ({
    received: given.map(({ file, bytes }) => ({ file, bytes, ...ledger.receiveReceipt({ name: file, bytes }, by) })),
  }));
  const stored: KeptReceipt[] = [];
  for (const { bytes, ...each } of received) {
    onFile(stored.length, received.length);
    stored.push({ ...each, read: await readReceiptFile(bytes, each.file, layout).catch(failureOf) });
  }
  return withAct(installation, act, (ledger, by) => {
    const paid = ledger.paymentFiles();
    const book = new OrderBook(ordersOf(paid));
    const annulled = annulledPayments(ledger, paid);
    return { receipts: stored.map((each) => applyReceipt(ledger, each, { book, annulled, settings, by })) };
  });
}

function failureOf(cause: unknown): NorsktilskuddError {
  if (cause instanceof NorsktilskuddError && cause.kind === 'input') return cause;
  throw cause;
}

function annulledPayments(ledger: Ledger, files: readonly PaymentFileInfo[]): ReadonlySet<string> {
  const runs = new Set(ledger.batches().flatMap(({ runId, state }) => (state === 'annulled' ? [runId] : [])));
  return new Set(
    files.flatMap(({ runId, payments }) => (runs.has(runId) ? payments.map(({ paymentKey }) => paymentKey) : [])),
  );
}

/** Files of payments of a ledger as orders; those that were given up were never sent. */
function ordersOf(files: readonly PaymentFileInfo[]): PaymentOrder[] {
  return files
    .filter(({ state }) => state !== 'discarded')
    .map(({ format, messageId, executionDate, debtorAccount, payments, handOvers }) => ({
      version: format,
      messageId,
      sentOn: handOvers[0]?.on,
      payments: payments.map(({ amountNok, ...payment }) => ({
        ...payment,
        amount: amountNok * 100,
        executionDate,
        debtorAccount,
      })),
    }));
}

/** Files that were kept, with what was made of them, and whether any waits for a second person. */
export function receiptsOfLedger(db: string) {
  return withLedger(db, true, (ledger) => {
    ledger.prove({ payments: true });
    return ledger.receipts();
  });
}

/** Says that a record is wrong, for one payment or all; the second person who says so withdraws it. */
export function withdrawReceipt(
  installation: ActingInstallation,
  {
    receipt,
    paymentKey,
    ...act
  }: Act & { readonly receipt: number; readonly paymentKey: string; readonly reason: string },
) {
  return withAct(installation, act, (ledger, by) =>
    ledger.withdrawReceipt({ ...by, receipt, paymentKey }, receiptJudge),
  );
}
