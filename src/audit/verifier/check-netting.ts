import type { BalanceRow, PayoutRow, RunContents } from './contents';
import type { Findings } from './findings';
import { addTo, COMPONENTS, codeText, GROUP_NAMES } from './vocabulary';

const FILE = 'payouts.csv';

/** Code in force on the cut-off date of a recipient code. */
export type Translate = (recipient: number) => number;

/**
 * payouts.csv against the lines and the balances before (rulebook 7): a row for every recipient and group with either,
 * lines_total the sum of the lines, carried_in the balance moved to the code in force on the cut-off date. Without a
 * register of codes a balance must have stayed, gone whole or been joined by others, and each group's sum be equal.
 */
export function checkNetting(run: RunContents, translate: Translate | undefined, findings: Findings): void {
  const rows = new Map<string, PayoutRow>();
  for (const row of run.payouts) {
    const cell = cellOf(row.recipient, row.group);
    if (rows.has(cell)) findings.add('VERIFY_ROW_DOUBLED', FILE, { line: row.line, column: 'recipient_id' });
    rows.set(cell, row);
  }
  const sums = new Map<string, number>();
  for (const { recipient, component, amountNok } of run.lines) {
    addTo(sums, cellOf(recipient, COMPONENTS[component]?.group ?? ''), amountNok);
  }
  compareCells(sums, rows, 'lines_total', (row) => row.linesTotalNok, findings);
  if (!translate) checkInSum(rows, run.balances, findings);
  else {
    const moved = new Map<string, number>();
    for (const row of run.balances) addTo(moved, cellOf(translate(row.recipient), row.group), row.balanceNok);
    compareCells(moved, rows, 'carried_in', (row) => row.carriedInNok, findings);
  }
  for (const [cell, row] of rows) {
    const isFounded = sums.has(cell) || row.carriedInNok !== 0;
    if (!isFounded) findings.add('VERIFY_PAYOUT_UNFOUNDED', FILE, { line: row.line, column: 'recipient_id' });
  }
}

function cellOf(recipient: number, group: string): string {
  return `${codeText(recipient)} ${group}`;
}

function compareCells(
  expected: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, PayoutRow>,
  column: string,
  amountOf: (row: PayoutRow) => number,
  findings: Findings,
): void {
  for (const [cell, amountNok] of expected) {
    const [recipient = '', group = ''] = cell.split(' ');
    if (!rows.has(cell)) findings.add('VERIFY_PAYOUT_MISSING', FILE, { recipient, group, column, amountNok });
  }
  for (const [cell, row] of rows) {
    findings.compare('VERIFY_CELL', FILE, expected.get(cell) ?? 0, amountOf(row), { line: row.line, column });
  }
}

function checkInSum(rows: ReadonlyMap<string, PayoutRow>, balances: readonly BalanceRow[], findings: Findings): void {
  const owed = new Map(balances.map((row) => [cellOf(row.recipient, row.group), row.balanceNok]));
  for (const [cell, { line, carriedInNok: found }] of rows) {
    // No less is carried in than is owed; a code that holds no more may have moved its balance here.
    const expected = owed.get(cell) ?? 0;
    if (found > expected) findings.add('VERIFY_CELL', FILE, { line, column: 'carried_in', expected, found });
  }
  for (const group of GROUP_NAMES) {
    const before = balances.filter((row) => row.group === group).reduce((sum, row) => sum + row.balanceNok, 0);
    const carried = [...rows.values()].filter((row) => row.group === group);
    const carriedNok = carried.reduce((sum, row) => sum + row.carriedInNok, 0);
    findings.compare('VERIFY_CARRIED_SUM', FILE, before, carriedNok, { group });
  }
}
