import type { ErrorDetail } from '../../domain';
import { flag, type RowOf, rowsOf, text, whole } from '../columns';
import { inRow, type LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { ACCESS_HEADS } from './tables';

/** How far the access log beside the ledger had come. */
const HEAD = {
  rows: whole('access_rows'),
  /** Hash of its last row, 64 hex digits. */
  head: text('access_head'),
  /** The log is not the one that was noted before, and somebody has said why. */
  beginsAnew: flag('begins_anew'),
};
export type AccessHead = RowOf<typeof HEAD>;

/** Heads that were noted, the oldest first. */
export function accessHeads(ledger: OpenLedger): AccessHead[] {
  if (!hasTables(ledger, ACCESS_HEADS)) return [];
  return rowsOf(ledger.db, HEAD, 'FROM access_heads ORDER BY journal');
}

/** The acts that noted them, held to their rows. */
export const ACCESS_HEAD_ACTS: LaterActs = {
  tables: ACCESS_HEADS,
  contentOf: {
    'note-access': inRow('access_rows, access_head, begins_anew', 'FROM access_heads WHERE journal = ?'),
  },
  rows: { access_heads: ['note-access'] },
  faults: (): ErrorDetail[] => [],
};
