import {
  asRecipientCode,
  assert,
  at,
  type CarriedBalance,
  COMPONENTS,
  type CodeTranslation,
  type Finding,
  finding,
  formatRecipientCode,
  i32,
  type LineTable,
  NETTING_GROUPS,
  nettingGroupOf,
  type PayoutRow,
  u8,
} from '../domain';

/** Nets this run's lines with the carried balances per recipient and group (rulebook 7). Never pays below nothing. */
export function netPayouts(
  lines: LineTable,
  balances: readonly CarriedBalance[],
  cutOff: CodeTranslation,
  findings: Finding[],
): PayoutRow[] {
  const cells = new Map<number, { linesTotalNok: number; carriedInNok: number }>();
  const cellOf = (recipient: number, group: number): { linesTotalNok: number; carriedInNok: number } => {
    const key = recipient * NETTING_GROUPS.length + group;
    const known = cells.get(key);
    if (known) return known;
    const made = { linesTotalNok: 0, carriedInNok: 0 };
    cells.set(key, made);
    return made;
  };
  const groupOfComponent = COMPONENTS.map((component) => NETTING_GROUPS.indexOf(nettingGroupOf(component)));
  for (const line of lines) {
    cellOf(line.recipient, at(groupOfComponent, line.component)).linesTotalNok += line.amountNok;
  }
  for (const balance of balances) {
    if (balance.balanceNok === 0) continue;
    if (u8(cutOff.stopped, balance.recipient) === 1) findings.push(balanceFinding(balance, cutOff));
    cellOf(i32(cutOff.target, balance.recipient), NETTING_GROUPS.indexOf(balance.group)).carriedInNok +=
      balance.balanceNok;
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, cell]) => {
      const netNok = cell.linesTotalNok + cell.carriedInNok;
      assert(
        Number.isSafeInteger(netNok) && cell.carriedInNok <= 0,
        'netting needs safe integers and no positive balance',
      );
      return {
        recipient: Math.floor(key / NETTING_GROUPS.length),
        group: at(NETTING_GROUPS, key % NETTING_GROUPS.length),
        linesTotalNok: cell.linesTotalNok,
        carriedInNok: cell.carriedInNok,
        paidNok: Math.max(netNok, 0),
        carriedOutNok: Math.min(netNok, 0),
      };
    });
}

function balanceFinding(balance: CarriedBalance, cutOff: CodeTranslation): Finding {
  const kommune = formatRecipientCode(asRecipientCode(i32(cutOff.target, balance.recipient)));
  return finding(
    'warning',
    'BALANCE_WITHOUT_SUCCESSOR',
    { kommune },
    { kommune, group: balance.group, balanceNok: balance.balanceNok },
  );
}
