import { type ErrorDetail, errorDetail } from '../../domain';
import type { ReadOrder, ReadPayment } from '../bank/payment-order';
import { bankText, isBankId } from './bank-characters';
import type { OrderFile, OrderPayment } from './order-model';
import { USTRD_LENGTH_MAX } from './plan-files';
import { NO_ACCOUNT } from './write-pain001';

/** Differences that are named; of more, these. */
const NAMED_MAX = 20;

/**
 * Where a file that was read back by another parser is not the one that was meant: ids, version, clock, account, and every
 * payment with key, amount, account, day, name and what the payee gets. Its characters, lengths and ids are looked at, too.
 */
export function orderDifferences(read: ReadOrder, meant: OrderFile): ErrorDetail[] {
  const { payer, messageId, createdAt, isRehearsal } = meant;
  const header = [
    ['MsgId', read.messageId, messageId],
    ['CreDtTm', read.createdAt, createdAt],
    ['xmlns', read.version, payer.version],
  ].filter(([, found, expected]) => found !== expected);
  const debtor = isRehearsal ? NO_ACCOUNT : payer.account;
  const found = new Map(read.payments.map((payment) => [payment.paymentKey, payment]));
  const blocks = meant.blocks.flatMap(({ id, payments }) => payments.map((payment) => ({ id, payment })));
  const expected = new Set(blocks.map(({ payment }) => payment.paymentKey));
  return [
    ...header.map(([what = '', is = '', wanted = '']) =>
      errorDetail('FILE_DIFFERS', { place: messageId, what, found: is, expected: wanted }),
    ),
    ...blocks.flatMap(({ id, payment }) => paymentDifferences(found.get(payment.paymentKey), payment, id, debtor)),
    ...read.payments
      .filter(({ paymentKey }) => !expected.has(paymentKey))
      .map(({ paymentKey }) => errorDetail('FILE_PAYMENT_EXTRA', { paymentKey })),
    ...formFaults(read),
  ].slice(0, NAMED_MAX);
}

function paymentDifferences(
  found: ReadPayment | undefined,
  meant: OrderPayment,
  block: string,
  debtor: string,
): ErrorDetail[] {
  const { paymentKey } = meant;
  if (found === undefined) return [errorDetail('FILE_PAYMENT_MISSING', { paymentKey })];
  const wanted: readonly (readonly [string, string | number, string | number])[] = [
    ['InstrId', found.instructionId, meant.instructionId],
    ['PmtInfId', found.paymentInfoId, block],
    ['InstdAmt', found.amount, meant.amountNok * 100],
    ['CdtrAcct', found.account, meant.account],
    ['ReqdExctnDt', found.executionDate, meant.executionDate],
    ['Cdtr', found.name, meant.name],
    ['Ref', found.kid, meant.kid],
    ['Ustrd', found.text, meant.kid === '' ? meant.text : ''],
    ['DbtrAcct', found.debtorAccount, debtor],
  ];
  return wanted
    .filter(([, is, expected]) => is !== expected)
    .map(([what, is, expected]) => errorDetail('FILE_DIFFERS', { place: paymentKey, what, found: is, expected }));
}

/** What no bank takes, whatever was meant. */
function formFaults({ messageId, payments }: ReadOrder): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const instructions = new Set<string>();
  const ids = new Set([messageId, ...payments.map(({ paymentInfoId }) => paymentInfoId)]);
  for (const { paymentKey, instructionId, name, text } of payments) {
    for (const id of [paymentKey, instructionId]) ids.add(id);
    if (instructions.has(instructionId)) faults.push(errorDetail('ORDER_KEY_TWICE', { paymentKey: instructionId }));
    instructions.add(instructionId);
    const isPlain = [name, text].every((each) => bankText(each).text === each) && name !== '';
    const isShort = Array.from(name).length <= 70 && Array.from(text).length <= USTRD_LENGTH_MAX;
    if (!isPlain || !isShort) faults.push(errorDetail('FILE_TEXT_NOT_FOR_BANK', { paymentKey }));
  }
  for (const id of ids) if (!isBankId(id)) faults.push(errorDetail('FILE_ID_NOT_FOR_BANK', { id }));
  return faults;
}
