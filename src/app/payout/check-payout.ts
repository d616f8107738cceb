import { SENT_ANEW_NAME } from '../../audit';
import { csvObjects, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { pathExists, readText } from '../../effects';
import { type BatchInfo, type Ledger, openLedger, type PaymentFileInfo } from '../../ledger';
import { bankName } from '../../payout';
import type { ListedPayment, TransferList } from '../../report';
import { folderRows } from '../preview/folder-rows';
import { differing } from './differing';
import { checkLettersOfRun } from './letter-faults';
import { faultsOfPlacedFile } from './place-file';
import { checkReports } from './report-faults';
import { sentAnewForms, sentAnewPath } from './sent-anew';
import { LIST_ENDINGS, listPath, listText, transferListOf } from './transfer-list';

/** What was held against each other. */
export interface PayoutCheck {
  readonly runId: string;
  readonly files: readonly PaymentFileInfo[];
  /** Documents that were looked at, by name. */
  readonly checked: readonly string[];
  readonly payments: number;
  readonly paidNok: number;
  readonly faults: readonly ErrorDetail[];
}

/**
 * Holds the documents of a batch to each other, to the krone and key for key: the batch in the ledger, payouts.csv of its run
 * folder, each file of payments as it lies there, the transfer list in all its forms, reports and letters beside the run folder.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN
 */
export async function checkPayout(db: string, runId: string): Promise<PayoutCheck> {
  const ledger = openLedger(db, { readOnly: true });
  try {
    ledger.prove({ payments: true });
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    const ordered = ledger.paymentsOf(runId);
    const files = ledger.paymentFiles(runId).filter(({ state }) => state !== 'discarded');
    const reports = checkReports(batch.runFolder);
    const letters = checkLettersOfRun(db, ledger, batch);
    const faults = [...folderFaults(ledger, batch), ...reports.faults, ...letters.faults];
    for (const file of files) {
      if (file.state === 'intent') faults.push(errorDetail('LEDGER_FILE_NOT_MADE', { name: file.name }));
      else faults.push(...(await faultsOfPlacedFile(db, file, ordered)));
    }
    if (files.length > 0)
      faults.push(
        ...twiceFaults(ledger, runId, files),
        ...listFaults(db, ledger, runId),
        ...anewFaults(db, ledger, runId),
      );
    const paidNok = ordered.reduce((sum, { amountNok }) => sum + amountNok, 0);
    const anew = sentAnewForms(ledger, runId).length === 0 ? [] : [SENT_ANEW_NAME];
    const lists = files.length === 0 ? [] : [...LIST_ENDINGS.map((ending) => `overforingsliste.${ending}`), ...anew];
    const checked = ['payouts.csv', ...files.map(({ name }) => name), ...lists, ...reports.checked, ...letters.checked];
    return { runId, files, checked, payments: ordered.length, paidNok, faults };
  } finally {
    ledger.close();
  }
}

/** payouts.csv of the run has the payments that the ledger ordered, and their sum. */
function folderFaults(ledger: Ledger, { runId, runFolder, payments, paidNok }: BatchInfo): ErrorDetail[] {
  const rows = folderRows(runFolder, 'payouts.csv').filter((row) => Number(row.paid) > 0);
  const ordered = ledger.paymentsOf(runId);
  const found = rows.map((row) => `${row.payment_ref ?? ''} ${row.paid ?? ''}`);
  const meant = ordered.map(({ paymentKey, amountNok }) => `${paymentKey} ${amountNok}`);
  const sum = ordered.reduce((total, { amountNok }) => total + amountNok, 0);
  const whole = ordered.length === payments && sum === paidNok ? [] : ['sum'];
  return [...differing(found, meant), ...whole].map((what) => errorDetail('PAYOUT_FOLDER_DIFFERS', { what }));
}

/** A payment in a later file was refused before it came there; the database keeps it so, and it is counted once more here. */
function twiceFaults(ledger: Ledger, runId: string, files: readonly PaymentFileInfo[]): ErrorDetail[] {
  const fates = new Map(ledger.trackedPayments(runId).map((each) => [each.paymentKey, each.outcomes]));
  const known = new Set<string>();
  return files.flatMap(({ name, payments }) =>
    payments.flatMap(({ paymentKey }) => {
      const isTwice = known.has(paymentKey) && !fates.get(paymentKey)?.some(({ kind }) => kind === 'refused');
      known.add(paymentKey);
      return isTwice ? [errorDetail('LEDGER_FILE_PAYMENT_TAKEN', { paymentKey, name })] : [];
    }),
  );
}

/** The list of those sent anew is the one of the ledger; where there are none, there is no list. */
function anewFaults(db: string, ledger: Ledger, runId: string): ErrorDetail[] {
  const path = sentAnewPath(db, runId);
  const forms = sentAnewForms(ledger, runId);
  if (!pathExists(path)) return forms.length === 0 ? [] : [errorDetail('PAYOUT_FILE_GONE', { name: SENT_ANEW_NAME })];
  const found = readText(path);
  if (forms.includes(found)) return [];
  const what = csvDifferences(found, forms[0] ?? '');
  return what.map((key) => errorDetail('PAYOUT_LIST_DIFFERS', { name: SENT_ANEW_NAME, what: key }));
}

/**
 * The list in each form is what the ledger says, in either language; where it is not, the payments that differ are named. Why
 * somebody was not paid is what the list says: it was so on its day.
 */
function listFaults(db: string, ledger: Ledger, runId: string): ErrorDetail[] {
  const csv = listPath(db, runId, 'csv');
  const rows = pathExists(csv) ? csvObjects(readText(csv)) : [];
  const list = asListed(transferListOf(ledger, runId), rows);
  return LIST_ENDINGS.flatMap((ending) => {
    const path = listPath(db, runId, ending);
    const name = `overforingsliste.${ending}`;
    if (!pathExists(path)) return [errorDetail('PAYOUT_FILE_GONE', { name })];
    const found = readText(path);
    if ((['nb', 'en'] as const).some((language) => listText(list, ending, language) === found)) return [];
    const what = ending === 'csv' ? csvDifferences(found, listText(list, ending, 'nb')) : [];
    return (what.length > 0 ? what : ['-']).map((key) => errorDetail('PAYOUT_LIST_DIFFERS', { name, what: key }));
  });
}

/** The list with what its CSV tells of payees and reasons, where that can be. */
function asListed(list: TransferList, rows: readonly Readonly<Record<string, string>>[]): TransferList {
  const byKey = new Map(rows.map((row) => [row.payment_ref, row]));
  const payments = list.payments.map((payment): ListedPayment => {
    const row = byKey.get(payment.paymentKey);
    if (row === undefined) return payment;
    const { recipient_name: name = '', kid = '', account_number: account = '', not_paid_because: why = '' } = row;
    const isSame = bankName(name).text === bankName(payment.name).text;
    if (payment.file !== '') return { ...payment, kid, name: isSame ? name : payment.name };
    return { ...payment, kid, name, account, reasons: why === '' ? [] : why.split(' ') };
  });
  return { ...list, payments };
}

function csvDifferences(found: string, meant: string): string[] {
  const rowsOf = (text: string): string[] => csvObjects(text).map((row) => Object.values(row).join(' '));
  return differing(rowsOf(found), rowsOf(meant));
}
