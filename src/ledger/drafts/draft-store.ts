import type { Database } from '../../effects';
import { componentNumber, groupNumber } from '../codes';
import { DRAFT_CONTENT } from '../schema/guards';
import { addLaterNames } from '../schema/schema';
import { type DraftContent, type DraftSummary, summariseDraft } from './draft-content';

/** Writes a draft's content under its number and returns what it comes to. The draft's own row comes after and seals it. */
export function storeDraftContent(db: Database, batch: number, content: DraftContent): DraftSummary {
  addLaterNames(db);
  const insertBlock = db.prepare('INSERT INTO draft_lines (batch, block, text) VALUES (?, ?, ?)');
  const summary = summariseDraft(content, (block, text) => insertBlock.run(batch, block, text));
  storePayouts(db, batch, content);
  const held = db.prepare('INSERT INTO draft_held VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  content.held.forEach((row, index) => {
    const { grantYear, component, personId, reason, annualAmountNok, heldAmountNok } = row;
    const number = componentNumber(component);
    held.run(batch, index + 1, grantYear, number, personId, reason, annualAmountNok, heldAmountNok);
  });
  const coverage = db.prepare('INSERT INTO draft_coverage VALUES (?, ?, ?, ?)');
  for (const row of content.coverage) coverage.run(batch, row.grantYear, componentNumber(row.component), row.module);
  const identity = db.prepare('INSERT INTO draft_identities VALUES (?, ?, ?)');
  for (const [old, now] of content.identities) identity.run(batch, old, now);
  return summary;
}

function storePayouts(db: Database, batch: number, content: DraftContent): void {
  const payout = db.prepare('INSERT INTO draft_payouts VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const row of content.payouts) {
    const group = groupNumber(row.group);
    const { recipient, linesTotalNok, carriedInNok, paidNok, carriedOutNok, paymentKey } = row;
    payout.run(batch, recipient, group, linesTotalNok, carriedInNok, paidNok, carriedOutNok, paymentKey);
  }
  const balance = db.prepare('INSERT INTO draft_balances VALUES (?, ?, ?, ?)');
  for (const row of content.balances) balance.run(batch, row.recipient, groupNumber(row.group), row.balanceNok);
}

/** Takes away the content of a draft that has ended: person ids stand in it, and postings hold what was posted. */
export function removeDraftContent(db: Database, batch: number): void {
  for (const table of DRAFT_CONTENT) db.prepare(`DELETE FROM ${table} WHERE batch = ?`).run(batch);
}

/** Coverage in the order in which it is hashed: grant year, component. */
export function sortedCoverage(rows: DraftContent['coverage']): DraftContent['coverage'] {
  return [...rows].sort(
    (a, b) => a.grantYear - b.grantYear || componentNumber(a.component) - componentNumber(b.component),
  );
}
