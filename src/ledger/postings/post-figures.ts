import type { CarriedBalance } from '../../domain';
import { sha256Hex } from '../../domain';
import type { Database } from '../../effects';
import { groupNumber, groupOfNumber } from '../codes';
import { cellOf } from '../drafts/draft-content';
import { recipientText, textRow } from '../rows-text';
import type { Movement } from './movements';

/*
 * Figures that the acts of the journal keep of what has been posted, so that what a later batch builds upon can be held to
 * hashed bytes without reading the text of every batch that was ever posted.
 */

/** SHA-256 over rows `balance`, recipient, netting group, kroner, in the order of recipient and group. */
export function balancesHash(balances: readonly CarriedBalance[]): string {
  return sha256Hex(
    balances.map((row) => textRow('balance', recipientText(row.recipient), row.group, row.balanceNok)).join(''),
  );
}

/** Balances after movements: what entered `carried` less what left it, none of nothing, in the order of their cells. */
export function balancesAfter(before: readonly CarriedBalance[], movements: readonly Movement[]): CarriedBalance[] {
  const cells = new Map(before.map((row) => [cellOf(row.recipient, groupNumber(row.group)), row.balanceNok]));
  const add = (cell: number, amountNok: number): void => void cells.set(cell, (cells.get(cell) ?? 0) + amountNok);
  for (const { recipient, groupNumber, from, to, amountNok } of movements) {
    if (to === 'carried') add(cellOf(recipient, groupNumber), amountNok);
    if (from === 'carried') add(cellOf(recipient, groupNumber), -amountNok);
  }
  return [...cells]
    .filter(([, balanceNok]) => balanceNok !== 0)
    .sort(([a], [b]) => a - b)
    .map(([cell, balanceNok]) => ({
      recipient: Math.floor(cell / 16),
      group: groupOfNumber(cell % 16),
      balanceNok,
    }));
}

/** SHA-256 over the first block of a posted text and the last. */
export function endsHashOf(db: Database, posting: number): string {
  const [first, last] = endBlocks(db, posting);
  return sha256Hex(first + last);
}

/** First and last block of a posted text, empty where they are not there. */
export function endBlocks(db: Database, posting: number): [first: string, last: string] {
  const block = db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block LIMIT 1');
  const last = db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block DESC LIMIT 1');
  return [String(block.get(posting)?.[0] ?? ''), String(last.get(posting)?.[0] ?? '')];
}

/** Highest grant year of a posting's lines by its control totals, 0 for none. */
export function lastGrantYearOf(db: Database, posting: number): number {
  const row = db.prepare('SELECT coalesce(max(grant_year), 0) FROM control_totals WHERE posting = ?').get(posting);
  return Number(row?.[0]);
}
