import { errorDetail } from '../../domain';
import { meaningOf } from './bank-status';
import { BlockReader } from './block-status';
import type { Findings, OrderBook, ReadMessage, ReceiptSettings } from './payment-facts';
import type { PaymentOrder } from './payment-order';
import { disagree, fitsCounts, fitsOrder, grouped, isDuplicate } from './status-levels';
import type { BlockStatus, StatusReport } from './status-report';

/** What a pain.002 says of the payments of its file (payment-files.md 7, rules 3 to 6). */
export function applyStatus(
  message: ReadMessage<StatusReport>,
  book: OrderBook,
  settings: ReceiptSettings,
  found: Findings,
): void {
  const { file, report } = message;
  const order = book.order(report.orderId);
  if (order === undefined) {
    found.problems.push(errorDetail('RECEIPT_NOT_OURS', { file, orderId: report.orderId }));
    return;
  }
  const byBlock = grouped(order.payments, ({ paymentInfoId }) => paymentInfoId);
  const listed = report.blocks.flatMap(({ transactions }) => transactions.map(({ status }) => status));
  const reached = report.blocks.flatMap((block) => unlistedOf(block, byBlock.get(block.paymentInfoId)?.length ?? 0));
  const isWhole = fitsOrder(report.group, order.payments);
  if (!isWhole || !fitsCounts(report.group, order.payments.length, listed, reached)) {
    found.problems.push(errorDetail('RECEIPT_COUNT_DIFFERS', { file, level: report.orderId }));
    return;
  }
  if (isDuplicate(report.group)) {
    // Good news: the first one arrived. Its payments are not refused by it.
    found.notes.push(errorDetail('RECEIPT_DUPLICATE_FILE', { file, orderId: report.orderId }));
    return;
  }
  const concerned = misplaced(message, order, found);
  const reader = new BlockReader({ message, order, settings, found, concerned, listed, reached });
  for (const [paymentInfoId, payments] of byBlock) {
    const blocks = report.blocks.filter((block) => block.paymentInfoId === paymentInfoId);
    const statuses = [...new Set(blocks.map(({ status }) => status).filter((status) => status !== ''))];
    const [first, ...others] = statuses;
    if (
      first !== undefined &&
      others.some((status) => disagree(first, status) || meaningOf(first) !== meaningOf(status))
    ) {
      const params = { file, payment: paymentInfoId, above: first, below: others.join(', ') };
      found.problems.push(errorDetail('RECEIPT_LEVELS_DISAGREE', params));
    } else reader.read(paymentInfoId, payments, merged(paymentInfoId, blocks));
  }
}

/** The status of a block, once for each of its payments that it does not list; PART gives none. */
function unlistedOf({ status, transactions }: BlockStatus, payments: number): string[] {
  if (status === '' || status === 'PART') return [];
  return Array.from({ length: Math.max(0, payments - transactions.length) }, () => status);
}

/** Keys of payments that are listed where they do not belong: nothing that the message says reaches them. */
function misplaced({ file, report }: ReadMessage<StatusReport>, order: PaymentOrder, found: Findings): Set<string> {
  const blockOf = new Map(order.payments.map(({ paymentKey, paymentInfoId }) => [paymentKey, paymentInfoId]));
  const known = new Set(blockOf.values());
  const concerned = new Set<string>();
  for (const { paymentInfoId, transactions } of report.blocks) {
    if (!known.has(paymentInfoId)) {
      found.problems.push(errorDetail('RECEIPT_BLOCK_UNKNOWN', { file, block: paymentInfoId }));
    }
    for (const { paymentKey } of transactions) {
      if (blockOf.has(paymentKey) && blockOf.get(paymentKey) !== paymentInfoId) concerned.add(paymentKey);
    }
  }
  return concerned;
}

/** A block that a message tells of in several pieces is one. */
function merged(paymentInfoId: string, blocks: readonly BlockStatus[]): BlockStatus {
  const given = blocks.find(({ status }) => status !== '') ?? blocks[0];
  return {
    paymentInfoId,
    status: given?.status ?? '',
    reason: given?.reason ?? { codes: [], texts: [] },
    counts: blocks.flatMap(({ counts }) => counts),
    orderedCount: blocks.find(({ orderedCount }) => orderedCount !== undefined)?.orderedCount,
    orderedSum: blocks.find(({ orderedSum }) => orderedSum !== undefined)?.orderedSum,
    transactions: blocks.flatMap(({ transactions }) => transactions),
  };
}
