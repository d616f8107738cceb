import type { ErrorDetail } from '../../domain';
import type { ActContent } from '../journal';
import type { LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { ACCESS_HEADS } from './tables';

/** How far the access log beside the ledger had come. */
export interface AccessHead {
  readonly rows: number;
  /** Hash of its last row, 64 hex digits. */
  readonly head: string;
  /** The log is not the one that was noted before, and somebody has said why. */
  readonly beginsAnew: boolean;
}

/** Heads that were noted, the oldest first. */
export function accessHeads(ledger: OpenLedger): AccessHead[] {
  if (!hasTables(ledger, ACCESS_HEADS)) return [];
  return ledger.db.prepare(`${SELECT} ORDER BY journal`).all().map(headOf);
}

/** What the journal says of it. */
export function noteAccessAct({ rows, head, beginsAnew }: AccessHead): ActContent {
  return { access_rows: rows, access_head: head, begins_anew: beginsAnew ? 1 : 0 };
}

/** The acts that noted them, held to their rows. */
export const ACCESS_HEAD_ACTS: LaterActs = {
  tables: ACCESS_HEADS,
  contentOf: {
    'note-access': ({ db }, { journal }) => {
      const row = db.prepare(`${SELECT} WHERE journal = ?`).get(journal);
      return row && noteAccessAct(headOf(row));
    },
  },
  rows: { access_heads: ['note-access'] },
  faults: (): ErrorDetail[] => [],
};

const SELECT = 'SELECT access_rows, access_head, begins_anew FROM access_heads';

function headOf([rows, head, beginsAnew]: readonly unknown[]): AccessHead {
  return { rows: Number(rows), head: String(head), beginsAnew: beginsAnew === 1 };
}
