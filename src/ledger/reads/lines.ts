import { COMPONENTS, nettingGroupOf } from '../../domain';
import { groupOfNumber, nameIn, POSTING_KINDS } from '../codes';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import type { LedgerPayment } from '../outcomes/outcome-types';
import type { OpenLedger } from '../posting-reads';
import { type LedgerLine, lineOf, POSTING_COLUMNS } from './posting-rows';

const SELECT = `SELECT ${POSTING_COLUMNS}
FROM postings AS p JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
LEFT JOIN persons AS s ON s.person = p.person`;

/** Lines of a batch in their order: its postings, or its draft lines while it is a draft; none for a dead draft. */
export function* linesOf(ledger: OpenLedger, runId: string): Generator<LedgerLine> {
  const batch = knownBatch(ledger, runId);
  if (batch.posting > 0) {
    const rows = ledger.db.prepare(`${SELECT} WHERE p.posting = ? ORDER BY p.line`).iterate(batch.posting);
    for (const row of rows) yield lineOf(row);
    return;
  }
  for (const line of readDraftContent(ledger.db, batch.batch).lines) {
    const component = nameIn(COMPONENTS, line.component);
    yield { ...line, runId, component, kind: nameIn(POSTING_KINDS, line.kind), group: nettingGroupOf(component) };
  }
}

/** Every posting of some persons (ids that are one person), the oldest first. */
export function postingsOfPersons(ledger: OpenLedger, personIds: readonly number[]): LedgerLine[] {
  const statement = ledger.db.prepare(`${SELECT} WHERE s.duf = ? ORDER BY p.posting, p.line`);
  return personIds.flatMap((personId) => statement.all(personId).map(lineOf));
}

/** Payments that a posted batch ordered, by recipient and group. */
export function paymentsOf(ledger: OpenLedger, runId: string): LedgerPayment[] {
  const { posting } = knownBatch(ledger, runId);
  return ledger.db
    .prepare(
      `SELECT payment_key, recipient, netting_group, amount FROM payments
       WHERE posting = ? ORDER BY recipient, netting_group`,
    )
    .all(posting)
    .map((row) => ({
      runId,
      paymentKey: String(row[0]),
      recipient: Number(row[1]),
      group: groupOfNumber(row[2]),
      amountNok: Number(row[3]),
    }));
}
