import type { Ledger, PaymentFileContent } from '../../src/ledger';

/** A file with payments of a run: all of them, or those that are chosen. */
export function fileOf(
  ledger: Ledger,
  runId: string,
  number: number,
  { keys, ...rest }: Partial<PaymentFileContent> & { readonly keys?: readonly string[] } = {},
): PaymentFileContent {
  const messageId = `${runId.toUpperCase()}-F${String(number).padStart(2, '0')}`;
  return {
    runId,
    number,
    channel: 'pain001',
    format: 'pain.001.001.03',
    messageId,
    name: `${messageId}.xml`,
    debtorAccount: '99990001002',
    executionDate: '2018-05-04',
    createdAt: '2018-05-02T08:00:00Z',
    settings: '{}',
    bytes: Buffer.from(`<${messageId}/>`),
    payments: ledger
      .paymentsOf(runId)
      .filter(({ paymentKey }) => keys === undefined || keys.includes(paymentKey))
      .map(({ paymentKey, amountNok }) => ({
        paymentKey,
        instructionId: paymentKey,
        paymentInfoId: `${messageId}-P1`,
        amountNok,
        account: '99990050119',
        name: 'Halden kommune',
      })),
    ...rest,
  };
}
