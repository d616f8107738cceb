import type { PlaceRegister, RecipientCode } from '../../domain';
import { heldCodes } from '../rows/parse-field';
import type { SmallTableSpec } from './small-table';

/**
 * The same small file, where a kommune or fylke that the register never held is a fault too (data contract 1): nothing
 * could ever be paid to it, and its postings and balances would stand for ever.
 *
 * @example withHeldRecipients(OPENING_BALANCES_TABLE, rules.places)
 */
export function withHeldRecipients<Row extends { readonly recipient: RecipientCode }>(
  spec: SmallTableSpec<Row>,
  places: PlaceRegister,
): SmallTableSpec<Row> {
  const held = heldCodes(places);
  const column = spec.columns.find(({ name }) => name === 'recipient_id');
  return {
    ...spec,
    check(row, tell) {
      spec.check?.(row, tell);
      if (column !== undefined && held[row.recipient] !== 1) tell(column, 'RECIPIENT_UNKNOWN', {});
    },
  };
}
