import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { type AccessHead, accessHeads, noteAccessAct } from './head-rows';
import { ACCESS_HEADS } from './tables';

/**
 * Notes how far the access log has come, with the approval of a batch. What is noted already is not noted again, nor a log
 * that has nothing. The caller holds the transaction.
 */
export function noteAccess(ledger: OpenLedger, access: AccessHead, by: SignedActBy): void {
  const last = accessHeads(ledger).at(-1);
  if (last === undefined ? access.rows === 0 : last.head === access.head) return;
  requireTables(ledger, ACCESS_HEADS, by);
  const journal = writeSignedAct(ledger.db, 'note-access', by, noteAccessAct(access));
  ledger.db
    .prepare('INSERT INTO access_heads VALUES (?, ?, ?, ?)')
    .run(journal, access.rows, access.head, access.beginsAnew ? 1 : 0);
}
