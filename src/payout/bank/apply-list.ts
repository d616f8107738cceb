import { errorDetail } from '../../domain';
import { isSuccessLike } from './bank-status';
import type { Findings, OrderBook, PaymentFact, ReadMessage } from './payment-facts';
import type { ListMeaning, ListRow, ReceiptList } from './receipt-list';

const MEANINGS: Readonly<Record<ListMeaning, PaymentFact['meaning']>> = {
  received: 'handed_over',
  accepted: 'accepted',
  refused: 'refused',
  settled: 'paid',
  returned: 'returned',
};

/** What a list of receipts says of payments: by key, never by amount or name. */
export function applyList({ file, report }: ReadMessage<ReceiptList>, book: OrderBook, found: Findings): void {
  const times = new Map<string, number>();
  for (const row of report.rows) {
    const params = { file, line: row.line, payment: row.paymentKey || '-' };
    const payment = book.payment({ ...row, instructionId: '', messageId: '' });
    if (payment === undefined) {
      found.problems.push(errorDetail('RECEIPT_PAYMENT_UNKNOWN', { file, payment: params.payment }));
      continue;
    }
    if (row.on === '') {
      found.problems.push(errorDetail('RECEIPT_LIST_DATE', params));
      continue;
    }
    if (row.amount !== payment.amount || (row.account !== '' && row.account !== payment.account)) {
      found.problems.push(errorDetail('RECEIPT_PAYMENT_DIFFERS', params));
      continue;
    }
    if (row.meaning === undefined) {
      found.problems.push(errorDetail('RECEIPT_LIST_KIND', { ...params, word: row.word || '-' }));
    }
    const time = (times.get(row.paymentKey) ?? 0) + 1;
    times.set(row.paymentKey, time);
    const orderId = book.sentBy(payment.paymentKey, row.on);
    found.facts.push({ ...factOf(row, { file, version: report.version, time }), orderId });
  }
}

function factOf(row: ListRow, { file, version, time }: { file: string; version: string; time: number }): PaymentFact {
  const meaning = row.meaning === undefined ? 'unknown' : MEANINGS[row.meaning];
  const isBooking = meaning === 'paid' || meaning === 'returned';
  // A file of returns may hold what succeeded, too.
  const isUnsure = (meaning === 'refused' || meaning === 'returned') && isSuccessLike(row.reason);
  return {
    paymentKey: row.paymentKey,
    orderId: '',
    meaning: isUnsure ? 'unknown' : meaning,
    at: row.on,
    status: row.word,
    codes: row.reason === '' ? [] : [row.reason],
    texts: row.text === '' ? [] : [row.text],
    kind: version,
    file,
    booking: isBooking ? [row.reference || `${version} ${time}`, row.amount, row.on, meaning].join(' ') : '',
  };
}
