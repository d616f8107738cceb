import type { OpenLedger } from '../posting-reads';
import { heldSets } from '../schema/table-sets';

/** Whether the ledger has the tables of a set. */
export function hasTables(ledger: OpenLedger, name: string): boolean {
  return ledger.format >= 2 && heldSets(ledger.db).some((set) => set.name === name);
}
