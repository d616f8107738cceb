import { csvField, excelText } from '../../payout';
import { LARGE_NOK, type TransferList, VERY_LARGE_NOK } from '../../report';

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
export function transferListCsv({ payments, files, postingHead, journalHead }: TransferList): string {
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
