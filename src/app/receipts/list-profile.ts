import * as z from 'zod';
import { LIST_MEANINGS, type ListProfile } from '../../payout';
import { readJsonFile } from '../read-json-file';

const column = z.string().min(1);

/** Layout of a list of receipts, as sender and agency have agreed on it. */
const SCHEMA = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  separator: z.string().length(1),
  decimal_mark: z.enum([',', '.']),
  encoding: z.enum(['utf-8', 'iso-8859-1', 'windows-1252']),
  columns: z.strictObject({
    payment_key: column,
    kind: column,
    amount: column,
    date: column,
    reference: column.optional(),
    account: column.optional(),
    reason: column.optional(),
    text: column.optional(),
    list_id: column.optional(),
  }),
  kinds: z.record(z.string().min(1), z.enum(LIST_MEANINGS)),
});

/**
 * Reads the profile of a list of receipts.
 *
 * @throws NorsktilskuddError input CONFIG_REFUSED
 */
export function readListProfile(file: string): ListProfile {
  const { decimal_mark: decimalMark, columns, ...rest } = readJsonFile(file, SCHEMA, 'CONFIG_REFUSED', '--profile');
  const { payment_key: paymentKey, list_id: listId, ...names } = columns;
  return { ...rest, decimalMark, columns: { ...names, paymentKey, listId } };
}
