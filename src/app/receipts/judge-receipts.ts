import { basename } from 'node:path';
import { readBytes } from '../../effects';
import { type Judgement, judgePayments, readPaymentOrder } from '../../payout';
import { readListProfile } from './list-profile';
import { readBankFile, readReceiptFile } from './receipt-file';

/** Files to read: those of payments that were handed over, and what the bank answered. */
export interface ReceiptsAsked {
  readonly orders: readonly string[];
  readonly receipts: readonly string[];
  /** Layout of lists of receipts. */
  readonly profile?: string | undefined;
}

/**
 * What a bank's answers say of the payments of its files. Reads and tells; it moves nothing in any ledger.
 *
 * @throws NorsktilskuddError input BANK_FILE_UNREADABLE, BANK_FILE_OTHER_KIND, BANK_FILE_INVALID, ORDER_INCONSISTENT
 */
export async function judgeReceipts({ orders, receipts, profile }: ReceiptsAsked): Promise<Judgement> {
  const layout = profile === undefined ? undefined : readListProfile(profile);
  const ordered = [];
  for (const path of orders) ordered.push(await readBankFile(readBytes(path), basename(path), readPaymentOrder));
  const answered = [];
  for (const path of receipts) answered.push(await readReceiptFile(readBytes(path), basename(path), layout));
  return judgePayments(ordered, answered);
}
