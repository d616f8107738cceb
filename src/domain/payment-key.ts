import { groupMark, type NettingGroup } from './component';
import { assert } from './errors';
import { formatRecipientCode, type RecipientCode } from './places';

/** The scheme as it stands in payment keys. */
export const PAYMENT_SCHEME = 'NT';
/** Longest reference that a bank carries from end to end (EndToEndId). */
export const PAYMENT_KEY_LENGTH_MAX = 35;
/** Stands first in every key of a rehearsal, so that it can be told from a real one wherever it turns up. */
export const REHEARSAL_MARK = 'REHEARSAL';

/** What a payment key says. */
export interface PaymentKeyParts {
  readonly grantYear: number;
  readonly term: number;
  /** 0 for the term's first batch. */
  readonly supplementNumber: number;
  readonly recipient: RecipientCode;
  readonly group: NettingGroup;
  readonly rehearsal: boolean;
}

/**
 * The payment key (payment_ref, EndToEndId; data contract 4): made from what is paid and never from the run, so that
 * every draft of a term, a restored backup and a second ledger give a payment the same key.
 *
 * @example paymentKey({ grantYear: 2018, term: 3, supplementNumber: 0, recipient, group: 'asylum', rehearsal: false })
 * // NT2018T3S0-1507-ASYL
 */
export function paymentKey(parts: PaymentKeyParts): string {
  const { grantYear, term, supplementNumber } = parts;
  assert(Number.isInteger(grantYear) && grantYear >= 1000 && grantYear <= 9999, 'a payment key needs a year');
  assert(Number.isInteger(term) && term >= 1 && term <= 4, 'a payment key needs a term');
  assert(Number.isInteger(supplementNumber) && supplementNumber >= 0, 'a payment key needs a supplement number');
  const mark = parts.rehearsal ? `${REHEARSAL_MARK}-` : '';
  const what = `${PAYMENT_SCHEME}${grantYear}T${term}S${supplementNumber}`;
  const key = `${mark}${what}-${formatRecipientCode(parts.recipient)}-${groupMark(parts.group)}`;
  assert(key.length <= PAYMENT_KEY_LENGTH_MAX, `payment key ${key} is too long`);
  return key;
}
