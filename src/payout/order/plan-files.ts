import { assert, PAYMENT_SCHEME, REHEARSAL_MARK } from '../../domain';
import { BANK_ID_LENGTH_MAX, isBankId } from './bank-characters';
import type { OrderBlock, OrderFile, OrderPayment } from './order-model';
import type { Payer } from './payer';

/** The batch that is paid. */
export interface BatchOfFile {
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  readonly isRehearsal: boolean;
}

/**
 * Id of a file of a batch, unique for ever: from the batch and the number of the file, never from a clock.
 *
 * @example messageIdOf({ grantYear: 2018, term: 1, supplementNumber: 0, isRehearsal: false }, 1) // NT2018T1S0-F01
 */
export function messageIdOf({ grantYear, term, supplementNumber, isRehearsal }: BatchOfFile, number: number): string {
  const mark = isRehearsal ? `${REHEARSAL_MARK}-` : '';
  const id = `${mark}${PAYMENT_SCHEME}${grantYear}T${term}S${supplementNumber}-F${String(number).padStart(2, '0')}`;
  assert(isBankId(id) && id.length + 5 <= BANK_ID_LENGTH_MAX, `the message id ${id} is too long`);
  return id;
}

/**
 * Text to a payee without KID. Where it would be too long words in the middle go, never the payment key.
 *
 * @example payeeText('Norsktilskudd', { grantYear: 2018, term: 1 }, 'PERS', key) // Norsktilskudd 2018 termin 1 PERS NT2018T1S0-0104-PERS
 */
export function payeeText(
  scheme: string,
  { grantYear, term }: Pick<BatchOfFile, 'grantYear' | 'term'>,
  group: string,
  paymentKey: string,
): string {
  const words = [scheme, String(grantYear), 'termin', String(term), group].join(' ');
  return `${Array.from(words)
    .slice(0, USTRD_LENGTH_MAX - paymentKey.length - 1)
    .join('')
    .trim()} ${paymentKey}`;
}

/** Most characters of the text to a payee. */
export const USTRD_LENGTH_MAX = 140;

/**
 * Payments as files: a block for each execution date, in the order of the payments; a file for each block where the bank
 * takes one only, and a further file where one would hold too many.
 *
 * @param payments in the order of their recipients
 * @param first number of the first file within the batch
 */
export function planFiles(
  payer: Payer,
  batch: BatchOfFile,
  payments: readonly OrderPayment[],
  { first, createdAt }: { readonly first: number; readonly createdAt: string },
): OrderFile[] {
  assert(payer.paymentsPerFileMax >= 1, 'a file holds at least one payment');
  const dates = [...new Set(payments.map(({ executionDate }) => executionDate))].sort();
  const ofDate = (date: string): OrderPayment[] => payments.filter(({ executionDate }) => executionDate === date);
  const together = payer.oneBlockPerFile ? dates.map(ofDate) : [dates.flatMap(ofDate)];
  const parts = together.flatMap((some) => chunksOf(some, payer.paymentsPerFileMax));
  return parts.map((part, index) => {
    const number = first + index;
    const messageId = messageIdOf(batch, number);
    return { messageId, number, createdAt, payer, isRehearsal: batch.isRehearsal, blocks: blocksOf(messageId, part) };
  });
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function blocksOf(messageId: string, payments: readonly OrderPayment[]): OrderBlock[] {
  const dates = [...new Set(payments.map(({ executionDate }) => executionDate))];
  return dates.map((executionDate, index) => ({
    id: `${messageId}-P${index + 1}`,
    executionDate,
    payments: payments.filter((payment) => payment.executionDate === executionDate),
  }));
}
