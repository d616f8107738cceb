import { resolve } from 'node:path';
import type { PaymentFileInfo, ReceiptInfo, TrackedPayment } from '../../ledger';
import type { LetterLanguage } from '../../messages';
import { type OutcomeRequest, paymentsOfRun, recordOutcomes } from '../acts/outcomes';
import { checkLetters, type LettersCheck } from '../letters/check-letters';
import { type LettersWritten, writeLetters } from '../letters/write-letters';
import { checkPayment, type PaymentCheck } from '../payment/check-payment';
import { checkPayout, type PayoutCheck } from '../payout/check-payout';
import { discardPayout, type HandedOver, handOverPayout, payoutFiles } from '../payout/hand-over';
import type { PayoutWritten, WritePayoutRequest } from '../payout/payout-types';
import { writePayout } from '../payout/write-payout';
import { readReceipts, receiptsOfLedger, withdrawReceipt } from '../receipts/read-receipts';
import { type ReconcileRequest, type Reconciliation, reconcile } from '../receipts/reconcile';
import type { ActOptions } from './acting';
import { RecipientWork } from './recipients';
import { absolute } from './requests';

/** What is paid and what became of it: files, answers of banks, outcomes, and where the money is. */
export class Payments extends RecipientWork {
  /** Whether files of payments can be written, and everything that keeps them from it. @example tilskudd.checkPayment().faults */
  checkPayment(): PaymentCheck {
    const { payment, db } = this.installation;
    return checkPayment({ payment, db });
  }

  /**
   * Records what became of payments: of a whole batch, or of some by their keys.
   *
   * @example tilskudd.recordOutcome({ kind: 'paid', on: '2018-04-20', runId: run.runId });
   */
  recordOutcome(
    outcome: Pick<OutcomeRequest, 'kind' | 'on' | 'runId'> & ActOptions & { readonly paymentKeys?: readonly string[] },
  ): ReturnType<typeof recordOutcomes> {
    const { paymentKeys = [] } = outcome;
    return recordOutcomes(this.installation, { ...this.actOf(outcome), paymentKeys });
  }

  /** Payments of a posted run with what has become of them. @example tilskudd.payments(run.runId) */
  payments(runId: string): readonly TrackedPayment[] {
    return paymentsOfRun(this.installation.db, runId);
  }

  /**
   * Writes the payments of an approved batch into files; the same again gives the same bytes.
   *
   * @example await tilskudd.writePayout(run.runId, { channel: 'pain001', on: '2018-04-09' })
   */
  writePayout(
    runId: string,
    request: Partial<Pick<WritePayoutRequest, 'channel' | 'on' | 'holdUnpayable' | 'again' | 'language'>> &
      ActOptions = {},
  ): Promise<PayoutWritten> {
    const { channel, on, holdUnpayable = false, again = false, language = 'nb', ...act } = request;
    const asked = { runId, channel, on, holdUnpayable, again, language };
    return writePayout(this.installation, { ...this.actOf(act), ...asked });
  }

  /** Records that files were handed over. @example tilskudd.handOverPayout(run.runId, { on, reference: 'nettbank 17' }) */
  handOverPayout(
    runId: string,
    {
      names = [],
      ...request
    }: ActOptions & { readonly on: string; readonly reference: string; readonly names?: readonly string[] },
  ): HandedOver {
    return handOverPayout(this.installation, { ...this.actOf(request), names, runId });
  }

  /** Gives up files that were never handed over. @example tilskudd.discardPayout(run.runId, { reason: 'wrong day' }) */
  discardPayout(
    runId: string,
    { names = [], ...request }: ActOptions & { readonly reason: string; readonly names?: readonly string[] },
  ): ReturnType<typeof discardPayout> {
    return discardPayout(this.installation, { ...this.actOf(request), names, runId });
  }

  /** Files of payments of a run. @example tilskudd.payoutFiles(run.runId)[0]?.state */
  payoutFiles(runId: string): readonly PaymentFileInfo[] {
    return payoutFiles(this.installation.db, runId);
  }

  /** Holds batch, files and transfer list to each other. @example (await tilskudd.checkPayout(run.runId)).faults */
  checkPayout(runId: string): Promise<PayoutCheck> {
    return checkPayout(this.installation.db, runId);
  }

  /**
   * Writes the letters of a posted run: to everybody, or to some recipients; the same again gives the same bytes.
   *
   * @param request.language of all letters; each recipient's own where it is left out
   * @param request.on day on which is to be paid what stands in no file yet
   * @example (await tilskudd.writeLetters(run.runId, { date: '2018-04-10' })).letters
   */
  writeLetters(
    runId: string,
    {
      recipients = [],
      isPdf = false,
      ...request
    }: {
      readonly recipients?: readonly string[];
      readonly language?: LetterLanguage;
      readonly date?: string;
      readonly on?: string;
      readonly archiveCase?: string;
      readonly isPdf?: boolean;
      readonly chromium?: string;
      readonly out?: string;
      readonly texts?: string;
      readonly actor?: string;
    } = {},
  ): Promise<LettersWritten> {
    const { db, payment, letters } = this.installation;
    const { language, date, on, archiveCase, chromium } = request;
    return writeLetters({
      ...{ db, runId, payment, letters, recipients, language, date, on, archiveCase, isPdf, chromium },
      actor: this.actorOf(request.actor),
      out: absolute(request.out),
      texts: absolute(request.texts),
    });
  }

  /** Makes the letters of a run once more and compares every file. @example tilskudd.checkLetters(run.runId).faults */
  checkLetters(runId: string, out?: string): LettersCheck {
    return checkLetters(this.installation.db, runId, absolute(out));
  }

  /**
   * Keeps answers of a bank as they came and records what they say of each payment; the same answer twice moves nothing.
   *
   * @param request.profile layout of lists of receipts, a JSON file
   * @example (await tilskudd.readReceipts(['pain002-1.xml'])).receipts[0]?.moved
   */
  readReceipts(files: readonly string[], { profile, ...act }: ActOptions & { readonly profile?: string } = {}) {
    const { payment: settings } = this.installation;
    const asked = { files: files.map((file) => resolve(file)), profile: absolute(profile), settings };
    return readReceipts(this.installation, { ...this.actOf(act), ...asked });
  }

  /** Answers that were kept, with what was made of them. @example tilskudd.receipts().length */
  receipts(): readonly ReceiptInfo[] {
    return receiptsOfLedger(this.installation.db);
  }

  /** Calls a record wrong; the second person withdraws it. @example tilskudd.withdrawReceipt(3, { reason: 'another payer' }) */
  withdrawReceipt(
    receipt: number,
    { paymentKey = '', ...act }: ActOptions & { readonly reason: string; readonly paymentKey?: string },
  ): ReturnType<typeof withdrawReceipt> {
    return withdrawReceipt(this.installation, { ...this.actOf(act), receipt, paymentKey });
  }

  /** Where the money of a run or a grant year is. @example tilskudd.reconcile({ grantYear: 2018 }).total.paidNok */
  reconcile(request: Omit<ReconcileRequest, 'db'>): Reconciliation {
    return reconcile({ ...request, accounts: absolute(request.accounts), db: this.installation.db });
  }
}
