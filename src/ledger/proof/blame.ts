import { InvariantError, NorsktilskuddError } from '../../domain';
import type { OpenLedger } from '../posting-reads';
import { contentFaults } from '../verify/verify-ledger';

/** Faults that are told; of more, their number. */
const TOLD_MAX = 20;

/**
 * Why the program could not go on with what it read of a ledger: damage, where the ledger does not verify, else the fault
 * of the program as it was. A number that no component has, or a list that is none, is an assertion that fails deep
 * within, and the user must be told of the ledger and not of the program.
 */
export function blameLedger(ledger: OpenLedger, cause: unknown): unknown {
  if (!mayBeDamage(cause)) return cause;
  try {
    const faults = ledger.db.reading(() => contentFaults(ledger));
    if (faults.length === 0) return cause;
    const params = { path: ledger.path, count: faults.length };
    return new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', params, faults.slice(0, TOLD_MAX));
  } catch (other) {
    return other instanceof NorsktilskuddError ? other : cause;
  }
}

function mayBeDamage(cause: unknown): boolean {
  const kinds = [InvariantError, SyntaxError, RangeError, TypeError];
  return kinds.some((kind) => cause instanceof kind);
}
