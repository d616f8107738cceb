import type { KindRow, KindTable } from './kinds';

/**
 * Tables that came after the format of the file was made, with the kinds that go with them. A ledger gets such a set by an
 * act of its journal (`extend`), which names it, its version and its hash. A version adds to the one before; what it says
 * once is never changed. A trigger or view under a name that the file has takes the place of the earlier one.
 */
export interface TableSet {
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** CREATE statements, in the order in which they are done. */
  readonly statements: readonly string[];
  readonly kinds: Readonly<Partial<Record<KindTable, readonly KindRow[]>>>;
}
