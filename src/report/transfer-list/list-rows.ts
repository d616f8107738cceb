import { formatKroner } from '../../domain';
import { isMessageCode, type Language, messageText, textOf } from '../../messages';
import { countedPayments, LARGE_NOK, type ListedPayment, type TransferList, VERY_LARGE_NOK } from './transfer-list';

/** A table of the list: its title, its columns, those that stand to the right, its rows. */
export interface ListTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly right: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands above the tables: a name and a value each. */
export function listHead(list: TransferList, language: Language): (readonly [string, string])[] {
  const paid = countedPayments(list.payments.filter(({ file }) => file !== ''));
  const left = countedPayments(list.payments.filter(({ file }) => file === ''));
  const counted = ({ count, sumNok }: typeof paid): string => `${count}, ${formatKroner(sumNok)}`;
  return [
    [textOf('transfer.run', language), list.runId],
    [textOf('transfer.channel', language), list.channel],
    [textOf('transfer.in_files', language), counted(paid)],
    [textOf('transfer.left_out', language), counted(left)],
    ...leftOutWhy(list, counted, language),
    [textOf('transfer.manifest', language), list.manifestHash],
    [textOf('transfer.posting_head', language), list.postingHead],
    [textOf('transfer.journal_head', language), list.journalHead],
  ];
}

/** How many payments are in no file for each reason: unconfirmed, blocked, without account, ... */
function leftOutWhy(
  { payments }: TransferList,
  counted: (of: ReturnType<typeof countedPayments>) => string,
  language: Language,
): (readonly [string, string])[] {
  const left = payments.filter(({ file }) => file === '');
  const codes = [...new Set(left.flatMap(({ reasons }) => reasons))].sort();
  const texts = codes.map((code) => {
    const those = countedPayments(left.filter(({ reasons }) => reasons.includes(code)));
    return `${reasonOfNoPayment(code, language)} ${counted(those)}`;
  });
  return texts.length === 0 ? [] : [[textOf('transfer.left_out_why', language), texts.join('; ')]];
}

/** Title of the list. */
export function listTitle({ grantYear, term, supplementNumber }: TransferList, language: Language): string {
  return textOf('transfer.title', language, { grantYear, term, supplementNumber });
}

/** The tables in their order: files, payments in them, payments in none. Those without rows are left out. */
export function listTables(list: TransferList, language: Language): ListTable[] {
  const columns = (key: Parameters<typeof textOf>[0]): string[] => textOf(key, language).split('|');
  const files = list.files.map((file) => [
    file.name,
    file.executionDate,
    String(file.count),
    formatKroner(file.sumNok),
    file.sha256,
    file.actHash,
  ]);
  const [inFiles, inNone] = [true, false].map((is) => list.payments.filter(({ file }) => (file !== '') === is));
  const tables: ListTable[] = [
    {
      title: textOf('transfer.files', language),
      columns: columns('transfer.columns_files'),
      right: [2, 3],
      rows: files,
    },
    {
      title: textOf('transfer.payments', language),
      columns: columns('transfer.columns_payments'),
      right: [4],
      rows: (inFiles ?? []).map((payment) => [...paymentCells(payment), mark(payment, language), payment.file]),
    },
    {
      title: textOf('transfer.not_paid', language),
      columns: columns('transfer.columns_not_paid'),
      right: [4],
      rows: (inNone ?? []).map((payment) => [...paymentCells(payment), reasonsText(payment, language)]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function paymentCells({ paymentKey, recipientId, name, account, amountNok }: ListedPayment): string[] {
  return [paymentKey, recipientId, name, account, formatKroner(amountNok)];
}

/** Large payments are looked at by hand, the largest settled one by one. */
function mark({ amountNok }: ListedPayment, language: Language): string {
  if (amountNok >= VERY_LARGE_NOK) return textOf('transfer.very_large', language);
  return amountNok > LARGE_NOK ? textOf('transfer.large', language) : '';
}

function reasonsText({ reasons }: ListedPayment, language: Language): string {
  return reasons.map((code) => reasonOfNoPayment(code, language)).join(', ');
}

/** Why a payment is in no file, in a word or two. */
export function reasonOfNoPayment(code: string, language: Language): string {
  const key = SHORT[code];
  if (key !== undefined) return textOf(key, language);
  return isMessageCode(code) ? messageText(code, language) : code;
}

const SHORT: Readonly<Record<string, Parameters<typeof textOf>[0]>> = {
  PAYEE_UNKNOWN: 'transfer.reason.unknown',
  PAYEE_ENDED: 'transfer.reason.ended',
  PAYEE_SPLIT: 'transfer.reason.ended',
  PAYEE_NO_ACCOUNT: 'transfer.reason.no_account',
  PAYEE_ACCOUNT: 'transfer.reason.account',
  PAYEE_UNCONFIRMED: 'transfer.reason.unconfirmed',
  PAYEE_BLOCKED: 'transfer.reason.blocked',
  PAYEE_CASE_BLOCK: 'transfer.reason.case_block',
  PAYEE_KID: 'transfer.reason.kid',
  PAYEE_NAME: 'transfer.reason.name',
  PAID_ELSEWHERE: 'transfer.reason.paid',
  REFUSED: 'transfer.reason.refused',
  WAITING: 'transfer.reason.waiting',
};

/** Two places to sign, with date. */
export function signatureLines(language: Language): string[] {
  return [textOf('transfer.prepared_by', language), textOf('transfer.checked_by', language)];
}
