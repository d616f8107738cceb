import type { ErrorDetail } from '../../domain';
import type { LaterAct } from '../codes';
import type { ActContent } from '../journal';
import type { OpenLedger } from '../posting-reads';

/** An act as the journal has it. */
export interface LaterStoredAct {
  readonly act: LaterAct;
  readonly journal: number;
  readonly body: string;
}

/** What the acts of a set of later tables wrote, and how it is held to them. */
export interface LaterActs {
  /** Name of the set (`schema/table-sets.ts`). */
  readonly tables: string;
  /** What the tables say that an act wrote; undefined where they hold nothing of it. */
  readonly contentOf: Readonly<
    Partial<Record<LaterAct, (ledger: OpenLedger, act: LaterStoredAct) => ActContent | undefined>>
  >;
  /** Tables of which each row was written by one such act, and each such act wrote one row. */
  readonly rows: Readonly<Record<string, readonly LaterAct[]>>;
  /** Whatever else is wrong with the rows. Asked for in a whole verification alone. */
  faults(ledger: OpenLedger): ErrorDetail[];
}
