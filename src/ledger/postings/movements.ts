import type { CarriedBalance } from '../../domain';
import { groupNumber, type LedgerPlace, PLACES } from '../codes';
import { oneOf, type RowOf, rowsOf, whole } from '../columns';
import { cellOf, type DraftContent } from '../drafts/draft-content';
import type { OpenLedger } from '../posting-reads';

/** Money moved for a recipient and netting group from one place to another. */
const MOVEMENT = {
  recipient: whole('recipient'),
  groupNumber: whole('netting_group'),
  from: oneOf('from_place', PLACES),
  to: oneOf('to_place', PLACES),
  /** Above 0. */
  amountNok: whole('amount'),
};
export type Movement = RowOf<typeof MOVEMENT>;

/**
 * Movements of a run: its lines are granted, what is paid is ordered, and balances under a number that no longer holds
 * move to the number that follows. What is left in `carried` is carried_out, never above 0.
 */
export function runMovements(content: DraftContent, balances: readonly CarriedBalance[]): Movement[] {
  const before = new Map<number, number>();
  for (const balance of balances) before.set(cellOf(balance.recipient, groupNumber(balance.group)), balance.balanceNok);
  const list = new MovementList();
  for (const row of content.payouts) {
    const cell = cellOf(row.recipient, groupNumber(row.group));
    list.move(cell, 'moved', 'carried', row.carriedInNok - (before.get(cell) ?? 0));
    before.delete(cell);
    list.move(cell, 'granted', 'carried', row.linesTotalNok);
    list.move(cell, 'carried', 'ordered', row.paidNok);
  }
  for (const [cell, balanceNok] of before) list.move(cell, 'moved', 'carried', -balanceNok);
  return list.sorted();
}

/** Movements of an opening batch: what was granted before and not left as a balance has been paid by an earlier system. */
export function openingMovements(
  lineSums: ReadonlyMap<number, number>,
  balances: DraftContent['balances'],
): Movement[] {
  const left = new Map<number, number>();
  for (const cell of lineSums.keys()) left.set(cell, 0);
  for (const balance of balances) left.set(cellOf(balance.recipient, groupNumber(balance.group)), balance.balanceNok);
  const list = new MovementList();
  for (const [cell, balanceNok] of left) {
    const granted = lineSums.get(cell) ?? 0;
    list.move(cell, 'granted', 'carried', granted);
    list.move(cell, 'carried', 'taken_over', granted - balanceNok);
  }
  return list.sorted();
}

/** Movements as they stand in the ledger, in their order: those of a posting, or of an act that posts nothing. */
export function storedMovements(ledger: OpenLedger, of: { posting: number } | { journal: number }): Movement[] {
  const found =
    'posting' in of
      ? movementsWhere(ledger, 'posting = ?', of.posting)
      : movementsWhere(ledger, 'journal = ? AND posting = 0 AND case_number = 0', of.journal);
  return found.sort(compareMovements);
}

/** Movements that meet an SQL condition on numbers, in the order of their acts. */
export function movementsWhere({ db }: OpenLedger, condition: string, ...numbers: readonly number[]): Movement[] {
  return rowsOf(db, MOVEMENT, `FROM movements WHERE ${condition} ORDER BY journal`, ...numbers);
}

/** Order of movements: recipient, group, places. */
export function compareMovements(a: Movement, b: Movement): number {
  const step = cellOf(a.recipient, a.groupNumber) - cellOf(b.recipient, b.groupNumber);
  if (step !== 0) return step;
  const [left, right] = [`${a.from} ${a.to}`, `${b.from} ${b.to}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

class MovementList {
  readonly #list: Movement[] = [];

  /** A negative amount moves the other way; nothing moves nothing. */
  move(cell: number, from: LedgerPlace, to: LedgerPlace, amountNok: number): void {
    if (amountNok === 0) return;
    const [recipient, groupNumber] = [Math.floor(cell / 16), cell % 16];
    if (amountNok > 0) this.#list.push({ recipient, groupNumber, from, to, amountNok });
    else this.#list.push({ recipient, groupNumber, from: to, to: from, amountNok: -amountNok });
  }

  sorted(): Movement[] {
    return this.#list.sort(compareMovements);
  }
}
