import {
  asRecipientCode,
  at,
  COMPONENTS,
  formatRecipientCode,
  NETTING_GROUPS,
  type NettingGroup,
  nettingGroupOf,
} from '../../domain';
import type { Problems } from './problems';
import type { ReadBalance, ReadPayout, RunContents } from './run-contents';

const FILE = 'payouts.csv';

/** Code in force on the cut-off date of a recipient code. */
export type Translate = (recipient: number) => number;

/**
 * payouts.csv against the lines and the balances before (rulebook 7): a row for every recipient and group with either,
 * lines_total the sum of the lines, carried_in the balance moved to the code in force on the cut-off date. Without a
 * register of codes a balance must have stayed, gone whole or been joined by others, and each group's sum be equal.
 */
export function checkNetting(contents: RunContents, translate: Translate | undefined, problems: Problems): void {
  const rows = new Map<number, ReadPayout>();
  for (const row of contents.payouts) {
    const cell = cellOf(row.recipient, row.group);
    if (rows.has(cell)) problems.add('VERIFY_ROW_DOUBLED', FILE, { line: row.line, column: 'recipient_id' });
    rows.set(cell, row);
  }
  const sums = new Map<number, number>();
  for (const line of contents.lines) {
    const cell = cellOf(line.recipient, nettingGroupOf(at(COMPONENTS, line.component)));
    sums.set(cell, (sums.get(cell) ?? 0) + line.amountNok);
  }
  compareCells(sums, rows, 'lines_total', (row) => row.linesTotalNok, problems);
  if (!translate) checkInSum(rows, contents.balances, problems);
  else
    compareCells(movedBalances(contents.balances, translate), rows, 'carried_in', (row) => row.carriedInNok, problems);
  for (const [cell, row] of rows) {
    const isFounded = sums.has(cell) || row.carriedInNok !== 0;
    if (!isFounded) problems.add('VERIFY_PAYOUT_UNFOUNDED', FILE, { line: row.line, column: 'recipient_id' });
  }
}

function cellOf(recipient: number, group: NettingGroup): number {
  return recipient * NETTING_GROUPS.length + NETTING_GROUPS.indexOf(group);
}

function nameOf(cell: number): { recipient: string; group: string } {
  const recipient = formatRecipientCode(asRecipientCode(Math.floor(cell / NETTING_GROUPS.length)));
  return { recipient, group: at(NETTING_GROUPS, cell % NETTING_GROUPS.length) };
}

function compareCells(
  expected: ReadonlyMap<number, number>,
  rows: ReadonlyMap<number, ReadPayout>,
  column: string,
  amountOf: (row: ReadPayout) => number,
  problems: Problems,
): void {
  for (const [cell, amountNok] of expected) {
    if (!rows.has(cell)) problems.add('VERIFY_PAYOUT_MISSING', FILE, { ...nameOf(cell), column, amountNok });
  }
  for (const [cell, row] of rows) {
    problems.compare('VERIFY_CELL', FILE, expected.get(cell) ?? 0, amountOf(row), { line: row.line, column });
  }
}

function movedBalances(balances: readonly ReadBalance[], translate: Translate): Map<number, number> {
  const moved = new Map<number, number>();
  for (const balance of balances) {
    const cell = cellOf(translate(balance.recipient), balance.group);
    moved.set(cell, (moved.get(cell) ?? 0) + balance.balanceNok);
  }
  return moved;
}

function checkInSum(rows: ReadonlyMap<number, ReadPayout>, balances: readonly ReadBalance[], problems: Problems): void {
  for (const balance of balances) {
    const row = rows.get(cellOf(balance.recipient, balance.group));
    if (!row || row.carriedInNok === 0 || row.carriedInNok <= balance.balanceNok) continue;
    const params = { line: row.line, column: 'carried_in', expected: balance.balanceNok, found: row.carriedInNok };
    problems.add('VERIFY_CELL', FILE, params);
  }
  for (const group of NETTING_GROUPS) {
    const before = balances.filter((row) => row.group === group).reduce((sum, row) => sum + row.balanceNok, 0);
    const carried = [...rows.values()].filter((row) => row.group === group);
    const carriedNok = carried.reduce((sum, row) => sum + row.carriedInNok, 0);
    problems.compare('VERIFY_CARRIED_SUM', FILE, before, carriedNok, { group });
  }
}
