import { join } from 'node:path';
import { asRecipientCode, assert, formatRecipientCode } from '../../domain';
import { writeWholeFile } from '../../effects';
import type { Ledger, PaymentFileInfo, TrackedPayment } from '../../ledger';
import { bankName, csvField, excelText } from '../../payout';
import {
  LARGE_NOK,
  type ListedPayment,
  type TransferList,
  transferListHtml,
  transferListText,
  VERY_LARGE_NOK,
} from '../../report';
import { headsOfRun } from '../heads-of-run';
import { payeesOfLedger } from './payees';
import { paymentsFolder } from './place-file';
import { sentAnewForms, sentAnewPath } from './sent-anew';

/** Columns of the transfer list as CSV. */
const TRANSFER_COLUMNS = [
  'payment_ref',
  'recipient_id',
  'recipient_name',
  'account_number',
  'amount',
  'kid',
  'file',
  'file_sha256',
  'execution_date',
  'size',
  'not_paid_because',
  'posting_head',
  'journal_head',
] as const;

/** The list for programs: one row a payment of the batch, in the order of their keys, each with both heads of the posting. */
function transferListCsv({ payments, files, postingHead, journalHead }: TransferList): string {
  const rows = payments.map((payment) => {
    const file = files.find(({ name }) => name === payment.file);
    const { paymentKey, recipientId, name, account, amountNok, kid, reasons } = payment;
    const size = amountNok >= VERY_LARGE_NOK ? 'very_large' : amountNok > LARGE_NOK ? 'large' : '';
    const rest = [
      kid,
      payment.file,
      file?.sha256 ?? '',
      file?.executionDate ?? '',
      size,
      reasons.join(' '),
      postingHead,
      journalHead,
    ];
    return [paymentKey, recipientId, name, account, String(amountNok), ...rest];
  });
  return [TRANSFER_COLUMNS, ...rows]
    .map((row) => `${row.map((text) => csvField(excelText(text))).join(',')}\n`)
    .join('');
}

/** Endings of the transfer list. */
export const LIST_ENDINGS = ['csv', 'txt', 'html'] as const;

/** Path of the transfer list of a run. */
export function listPath(db: string, runId: string, ending: (typeof LIST_ENDINGS)[number]): string {
  return join(paymentsFolder(db, runId), `overforingsliste.${ending}`);
}

/** Writes the transfer list of a run beside its files, as text, CSV and page, and what was sent anew; returns the paths. */
export function writeTransferList(db: string, ledger: Ledger, runId: string, language: 'nb' | 'en'): string[] {
  const list = transferListOf(ledger, runId);
  const texts = LIST_ENDINGS.map((ending) => [listPath(db, runId, ending), listText(list, ending, language)] as const);
  const [anew] = sentAnewForms(ledger, runId);
  const written = anew === undefined ? texts : [...texts, [sentAnewPath(db, runId), anew] as const];
  for (const [path, text] of written) writeWholeFile(path, text, 0o600);
  return written.map(([path]) => path);
}

/** The list in one of its forms. */
export function listText(list: TransferList, ending: (typeof LIST_ENDINGS)[number], language: 'nb' | 'en'): string {
  if (ending === 'csv') return transferListCsv(list);
  return ending === 'txt' ? transferListText(list, language) : transferListHtml(list, language);
}

/** What the ledger says of the files of a run, and of its payments that are in none. */
export function transferListOf(ledger: Ledger, runId: string): TransferList {
  const batch = ledger.batch(runId);
  assert(batch !== undefined, 'a run with payment files is in the ledger');
  const files = ledger.paymentFiles(runId).filter(({ state }) => state !== 'discarded');
  const tracked = ledger.trackedPayments(runId);
  const reasons = reasonsOf(ledger, tracked, files);
  const filedIn = new Map(files.flatMap((file) => file.payments.map((filed) => [filed.paymentKey, { file, filed }])));
  const payments = tracked.map((payment): ListedPayment => {
    const { file, filed } = filedIn.get(payment.paymentKey) ?? {};
    const { name = '', account = '', kid = '', why = [] } = reasons.get(payment.paymentKey) ?? {};
    return {
      paymentKey: payment.paymentKey,
      recipientId: formatRecipientCode(asRecipientCode(payment.recipient)),
      name: filed === undefined || bankName(name).text === bankName(filed.name).text ? name : filed.name,
      account: filed?.account ?? account,
      amountNok: payment.amountNok,
      kid,
      file: file?.name ?? '',
      reasons: file === undefined ? why : [],
    };
  });
  return {
    runId,
    grantYear: batch.grantYear,
    term: batch.term,
    supplementNumber: batch.supplementNumber,
    rehearsal: ledger.rehearsal,
    channel: files[0]?.channel ?? '-',
    files: files.map(({ payments: filed, hash, ...file }) => ({
      ...file,
      count: filed.length,
      sumNok: file.amountNok,
      sha256: hash,
    })),
    payments,
    ...headsOfRun(ledger, batch),
    manifestHash: batch.manifestHash,
  };
}

interface Reason {
  readonly name?: string;
  readonly account?: string;
  readonly kid?: string;
  readonly why?: readonly string[];
}

/** How each payment stands in the register on the day of the last file, and why it is in no file. */
function reasonsOf(
  ledger: Ledger,
  tracked: readonly TrackedPayment[],
  files: readonly PaymentFileInfo[],
): ReadonlyMap<string, Reason> {
  const on = files.at(-1)?.executionDate;
  if (on === undefined) return new Map();
  const payees = payeesOfLedger(ledger, tracked, on);
  return new Map(
    payees.map(({ payment, recipient, obstacles }) => {
      const fate = { ordered: 'WAITING', paid: 'PAID_ELSEWHERE', refused: 'REFUSED' }[payment.state];
      const why = payment.state === 'ordered' && obstacles.length > 0 ? obstacles.map(({ code }) => code) : [fate];
      const { legalName: name = '', account = '', kidByGroup } = recipient ?? {};
      return [payment.paymentKey, { name, account, kid: kidByGroup?.get(payment.group) ?? '', why }];
    }),
  );
}
