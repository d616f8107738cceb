import { COMPONENTS, type Component, type NettingGroup, NO_PERSON, nettingGroupOf } from '../../domain';
import type { SqlValue } from '../../effects';
import { componentOfNumber, groupOfNumber, kindOfNumber, nameIn, POSTING_KINDS, type PostingKind } from '../codes';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import type { LedgerPayment } from '../outcomes/outcome-types';
import type { OpenLedger } from '../posting-reads';

/** A line of a batch, posted or draft. */
export interface LedgerLine {
  readonly runId: string;
  /** Ordinal in payout_lines.csv, from 1. */
  readonly line: number;
  readonly kind: PostingKind;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none; null where the person has been deleted from the ledger. */
  readonly personId: number | null;
  readonly basisRecipient: number;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
  readonly code: string;
  /** null where it is empty. */
  readonly annualAmountNok: number | null;
}

/** Columns of a posting as lineOf() reads them. */
export const POSTING_COLUMNS = `b.run_id, p.line, p.kind, p.grant_year, p.component, p.person, s.duf,
  p.basis_recipient, p.recipient, p.netting_group, p.amount, p.code, p.annual_amount`;

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
