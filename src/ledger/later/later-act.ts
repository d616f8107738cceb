import type { ErrorDetail } from '../../domain';
import type { LaterAct } from '../codes';
import { type ActContent, contentOfRow } from '../journal';
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
  readonly contentOf: Readonly<Partial<Record<LaterAct, ContentOf>>>;
  /** Tables of which each row was written by one such act, and each such act wrote one row. */
  readonly rows: Readonly<Record<string, readonly LaterAct[]>>;
  /** Whatever else is wrong with the rows. Asked for in a whole verification alone. */
  faults(ledger: OpenLedger): ErrorDetail[];
}

type ContentOf = (ledger: OpenLedger, act: LaterStoredAct) => ActContent | undefined;

/** What an act wrote where that is a row with the names of the act: contentOfRow(). */
export function inRow(columns: string, rest: string): ContentOf {
  return ({ db }, { journal }) => contentOfRow(db, columns, rest, journal);
}
