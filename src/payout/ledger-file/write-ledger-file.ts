import { asRecipientCode, type Component, formatRecipientCode, groupMark } from '../../domain';
import { bankText } from '../order/bank-characters';
import type { LedgerRow } from './ledger-rows';
import type { LedgerFileField, LedgerFileProfile } from './profile';

/** What of a ledger file is the same in every row. */
export interface LedgerFileFrame {
  readonly reference: string;
  readonly grantYear: number;
  readonly term: number;
  /** `YYYY-MM-DD`: day of writing, and of payment. */
  readonly voucherDate: string;
  readonly dueDate: string;
  readonly text: string;
}

/** Who gets the money of a row, with their true spelling. */
export interface LedgerPayee {
  readonly name: string;
  readonly orgNumber: string;
  readonly account: string;
  readonly kid: string;
}

/** What is looked up for a row. */
export interface LedgerLookUps {
  payee(row: LedgerRow): LedgerPayee;
  /** Chapter and item of the state budget; of rows that are no grants those of none. */
  kapPost(component: Component): { readonly kap: string; readonly post: string };
}

/** A ledger file as a profile has it. The same rows give the same bytes. */
export function writeLedgerFile(
  profile: LedgerFileProfile,
  frame: LedgerFileFrame,
  rows: readonly LedgerRow[],
  lookUps: LedgerLookUps,
): Uint8Array {
  const { columns, separator, header, trailer, line_end: lineEnd } = profile;
  const written = rows.map((row, index) => {
    const values = valuesOf(profile, frame, row, index + 1, lookUps);
    return columns.map(({ field, value = '' }) => (field === undefined ? value : values[field]));
  });
  const paid = rows.reduce((sum, { kind, amountNok }) => sum + (kind === 'payment' ? 0 - amountNok : 0), 0);
  const all = [
    ...(header ? [columns.map((column) => column.header)] : []),
    ...written,
    ...(trailer ? [['TRAILER', String(rows.length), decimals(profile, paid)]] : []),
  ];
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  return encoded(
    profile,
    all.map((row) => `${row.map((field) => quoted(field, separator)).join(separator)}${end}`).join(''),
  );
}

function valuesOf(
  profile: LedgerFileProfile,
  frame: LedgerFileFrame,
  row: LedgerRow,
  number: number,
  lookUps: LedgerLookUps,
): Readonly<Record<LedgerFileField, string>> {
  const { kind, cell, component, code, amountNok } = row;
  const { name, orgNumber, account, kid } = lookUps.payee(row);
  const { kap, post } = component === '' ? { kap: '', post: '' } : lookUps.kapPost(component);
  const mark = groupMark(cell.group);
  return {
    file_reference: frame.reference,
    row_number: String(number),
    row_kind: kind,
    // The series is the accounting system's: our reference stands beside it.
    voucher_number: '',
    voucher_type: profile.voucher_type,
    period: frame.voucherDate.slice(0, 7).replace('-', ''),
    voucher_date: dateText(profile, frame.voucherDate),
    due_date: dateText(profile, frame.dueDate),
    account: profile.accounts[kind],
    kap,
    post,
    component,
    code,
    netting_group: mark,
    grant_year: String(frame.grantYear),
    term: String(frame.term),
    recipient_id: formatRecipientCode(asRecipientCode(cell.recipient)),
    recipient_name: name,
    org_number: orgNumber,
    payee_account: kind === 'payment' ? account : '',
    amount: amountText(profile, amountNok),
    debit_credit: amountNok < 0 ? 'K' : 'D',
    currency: 'NOK',
    text: [frame.text, frame.grantYear, 'termin', frame.term, code === '' ? mark : code].join(' '),
    kid: kind === 'payment' ? kid : '',
    tax_code: profile.tax_code,
    external_reference: cell.reference,
    oda: kind === 'grant' ? profile.oda_mark : '',
  };
}

function amountText(profile: LedgerFileProfile, amountNok: number): string {
  const { sign } = profile;
  const signed = sign === 'letter' ? Math.abs(amountNok) : sign === 'debit_negative' ? 0 - amountNok : amountNok;
  return decimals(profile, signed);
}

function decimals({ decimal_mark: mark, decimals: count }: LedgerFileProfile, whole: number): string {
  return count === 0 ? String(whole) : `${whole}${mark}${'0'.repeat(count)}`;
}

function dateText({ date_form: form }: LedgerFileProfile, day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  if (form === 'YYYYMMDD') return `${year}${month}${dayOfMonth}`;
  return form === 'DD.MM.YYYY' ? `${dayOfMonth}.${month}.${year}` : day;
}

function quoted(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

function encoded({ encoding }: LedgerFileProfile, text: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  // A letter that ISO 8859-1 does not have is written as a bank's file has it, never lost.
  const narrow = Array.from(text.normalize('NFC'), (letter) => (letter > '\u00ff' ? bankText(letter).text : letter));
  return Buffer.from(narrow.join(''), 'latin1');
}
