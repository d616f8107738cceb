import { type ErrorDetail, errorDetail } from '../../domain';
import type { RightAsked, RightFault } from '../lists/rights';

/** Why the list in force does not let somebody do something, as it is told. */
export function rightDetail(actor: string, { act, step, amountNok }: RightAsked, fault: RightFault): ErrorDetail {
  if (fault.code === 'LEDGER_SIGNER_LACKS_RIGHT') return errorDetail(fault.code, { actor, what: `${act}:${step}` });
  const { limitNok } = fault;
  return errorDetail(fault.code, { actor, what: `${act}:${step}`, amountNok: Math.abs(amountNok), limitNok });
}
