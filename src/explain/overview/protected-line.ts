import type { PayoutLineRow } from '../../audit';
import { isProtectedPerson } from '../../domain';
import type { RunContext } from '../run/run-context';

/** A line id leads to a pseudonym: beside a kommune it would tell where a protected person lives. */
export function isProtectedLine({ snapshot }: Pick<RunContext, 'snapshot'>, row: Pick<PayoutLineRow, 'cell'>): boolean {
  if (row.cell('person_ref') === '') return false;
  const place = snapshot.blockOf(Number(row.cell('person_ref')));
  return !place || isProtectedPerson(place.block, place.index);
}
