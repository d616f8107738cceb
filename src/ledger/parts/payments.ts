import type { RecipientCode } from '../../domain';
import type { SignedActBy } from '../journal';
import { recordOutcome, trackedPayments } from '../outcomes/outcomes';
import { bytesOfFile, paymentFiles } from '../payment-files/file-reads';
import type { PaymentFileContent, PaymentFileInfo } from '../payment-files/file-types';
import { discardFiles, fileMade, handOver, writeFiles } from '../payment-files/payment-files';
import { paymentsOf } from '../reads/lines';
import { payableAgain } from '../receipts/payable-again';
import { bytesOfReceipt, receiptsOf } from '../receipts/receipt-reads';
import type { ReceiptJudge, ReceiptReading, WithdrawalRequest } from '../receipts/receipt-types';
import { applyReceipt, receiveReceipt, withdrawReceipt } from '../receipts/receipts';
import { paymentFates } from '../receipts/settle';
import { blockRecipients, confirmRecipients, rejectRecipients } from '../recipients/answer';
import { proposeRecipients } from '../recipients/propose';
import { recipientHistory } from '../recipients/recipient-history';
import { recipientsOn } from '../recipients/register-state';
import type { Doors } from './doors';

const PAYMENTS = { payments: true };

/** What is paid and what became of it. */
export function paymentsPart({ open, reading, written, act, acting, actingOn }: Doors) {
  return {
    /** Payments ordered by a batch. */
    paymentsOf: reading(paymentsOf, PAYMENTS),
    /** Payments of a posted batch with what has become of them. */
    trackedPayments: reading(trackedPayments, PAYMENTS),
    /** Records what became of payments: one act, one transaction. */
    recordOutcome: acting(recordOutcome, PAYMENTS),
    /**
     * Fixes files of payments before they are written: one act a file, one transaction. Nobody else writes to the ledger
     * while they are planned.
     */
    writePaymentFiles: (plan: () => readonly PaymentFileContent[], by: SignedActBy): readonly PaymentFileInfo[] =>
      act(by, () => writeFiles(open, plan(), by), PAYMENTS),
    /** Writes down that a file stands as it was meant to; the same again: "already" (false). */
    paymentFileMade: (name: string, by: SignedActBy): boolean => written(by, () => fileMade(open, name, by), PAYMENTS),
    /** Writes down that files of a run were handed over. */
    handOverPaymentFiles: acting(handOver, PAYMENTS),
    /** Gives up files of a run that were never handed over, by their names or all of them; their payments can go into another. */
    discardPaymentFiles: (runId: string, names: readonly string[], by: SignedActBy): readonly PaymentFileInfo[] =>
      act(by, () => discardFiles(open, runId, names, by), PAYMENTS),
    /** Files of payments of a run, or of all. */
    paymentFiles: reading(paymentFiles),
    /** The bytes of a file as they were fixed before it was written. */
    bytesOfPaymentFile: reading(bytesOfFile),
    /** Keeps files as they are, before anything is made of them: one act a file. */
    receiveReceipt: actingOn(receiveReceipt, PAYMENTS),
    /** Writes down what a kept file says of payments, and brings their outcomes to what is proven now. */
    applyReceipt: (receipt: ReceiptReading, judge: ReceiptJudge, by: SignedActBy) =>
      act(by, () => applyReceipt(open, receipt, judge, by), PAYMENTS),
    /** Says that a record is wrong; the second person who says so withdraws it. */
    withdrawReceipt: (request: WithdrawalRequest, judge: ReceiptJudge) =>
      act(request, () => withdrawReceipt(open, request, judge), PAYMENTS),
    /** Files that were kept, with what was made of them. */
    receipts: reading(receiptsOf),
    bytesOfReceipt: reading(bytesOfReceipt),
    /** What messages, and what was reported by hand, make of the payments of a posted batch. */
    paymentFates: reading(paymentFates, PAYMENTS),
    /** Payments of a posted batch that were refused or came back and stand in no file since. */
    payableAgain: reading(payableAgain, PAYMENTS),
  };
}

/** Who is paid. */
export function recipientsPart({ open, reading, act, acting }: Doors) {
  return {
    /** Proposes rows for the register of recipients; returns those that were news. */
    proposeRecipients: acting(proposeRecipients),
    /** Confirms proposed rows, and accounts that a bank refused, as a second person. */
    confirmRecipients: acting(confirmRecipients),
    /** Takes proposed rows back. */
    rejectRecipients: acting(rejectRecipients),
    /** Blocks the accounts of recipients until a second person has confirmed them anew; returns those blocked now. */
    blockRecipients: (by: SignedActBy & { readonly reason: string }, recipients: readonly RecipientCode[]) =>
      act(by, () => blockRecipients(open, { ...by, recipients })),
    /** Everybody in the register of recipients on a day, `YYYY-MM-DD`; undefined where the ledger has none. */
    recipientsOn: reading(recipientsOn),
    /** Every row of the register with who proposed and answered it, the oldest first; empty where the ledger has none. */
    recipientHistory: reading(recipientHistory),
  };
}
