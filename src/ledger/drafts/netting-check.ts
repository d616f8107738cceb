import { type CarriedBalance, type NettingGroup, NorsktilskuddError, type PayoutRow } from '../../domain';
import { groupNumber, groupOfNumber } from '../codes';
import { recipientText } from '../rows-text';
import { cellOf } from './draft-content';

/**
 * Checks the netting of a batch against the ledger's own sums (rulebook 7): one row for every recipient and group with
 * lines or a balance, lines_total = sum of the lines, paid = max(0, net), carried_out = min(0, net), and carried_in the
 * balance that the ledger holds, moved to the code in force where `translate` says so. Without `translate` a balance
 * must have stayed (others may have joined it) or gone whole, and each group's sum must be equal.
 *
 * @throws NorsktilskuddError refused LEDGER_NETTING_DIFFERS naming the first cell that differs
 */
export function checkNetting(
  payouts: readonly PayoutRow[],
  lineSums: ReadonlyMap<number, number>,
  balances: readonly CarriedBalance[],
  translate?: (recipient: number) => number,
): void {
  const rows = new Map<number, PayoutRow>();
  for (const row of payouts) {
    const cell = cellOf(row.recipient, groupNumber(row.group));
    if (rows.has(cell)) differs(row.recipient, row.group, 'row', 1, 2);
    rows.set(cell, row);
    const net = row.linesTotalNok + row.carriedInNok;
    expect(row, 'lines_total', lineSums.get(cell) ?? 0, row.linesTotalNok);
    expect(row, 'paid', Math.max(net, 0), row.paidNok);
    expect(row, 'carried_out', Math.min(net, 0), row.carriedOutNok);
  }
  for (const cell of lineSums.keys()) {
    if (!rows.has(cell)) differs(Math.floor(cell / 16), groupOfNumber(cell % 16), 'row', 1, 0);
  }
  if (translate) checkTranslated(rows, balances, translate);
  else checkInSum(rows, balances);
}

function checkTranslated(
  rows: ReadonlyMap<number, PayoutRow>,
  balances: readonly CarriedBalance[],
  translate: (recipient: number) => number,
): void {
  const moved = new Map<number, CarriedBalance>();
  for (const balance of balances) {
    const recipient = translate(balance.recipient);
    const cell = cellOf(recipient, groupNumber(balance.group));
    const joined = (moved.get(cell)?.balanceNok ?? 0) + balance.balanceNok;
    moved.set(cell, { recipient, group: balance.group, balanceNok: joined });
  }
  for (const [cell, balance] of moved) {
    if (!rows.has(cell)) differs(balance.recipient, balance.group, 'carried_in', balance.balanceNok, 0);
  }
  for (const [cell, row] of rows) expect(row, 'carried_in', moved.get(cell)?.balanceNok ?? 0, row.carriedInNok);
}

function checkInSum(rows: ReadonlyMap<number, PayoutRow>, balances: readonly CarriedBalance[]): void {
  const sums = new Map<NettingGroup, { ledger: number; batch: number }>();
  const sumOf = (group: NettingGroup): { ledger: number; batch: number } => {
    const sum = sums.get(group) ?? { ledger: 0, batch: 0 };
    sums.set(group, sum);
    return sum;
  };
  for (const row of rows.values()) sumOf(row.group).batch += row.carriedInNok;
  for (const balance of balances) {
    sumOf(balance.group).ledger += balance.balanceNok;
    const carriedIn = rows.get(cellOf(balance.recipient, groupNumber(balance.group)))?.carriedInNok ?? 0;
    if (carriedIn !== 0 && carriedIn > balance.balanceNok) {
      differs(balance.recipient, balance.group, 'carried_in', balance.balanceNok, carriedIn);
    }
  }
  for (const [group, sum] of sums) {
    if (sum.ledger !== sum.batch) differs(0, group, 'carried_in', sum.ledger, sum.batch);
  }
}

function expect(row: PayoutRow, field: string, expected: number, found: number): void {
  if (expected !== found) differs(row.recipient, row.group, field, expected, found);
}

function differs(recipient: number, group: NettingGroup, field: string, expected: number, found: number): never {
  throw new NorsktilskuddError('refused', 'LEDGER_NETTING_DIFFERS', {
    recipient: recipient === 0 ? '*' : recipientText(recipient),
    group,
    field,
    expected,
    found,
  });
}
