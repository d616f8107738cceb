import { type Component, groupMark, type NettingGroup } from '../../domain';

/** A line of a batch, as far as a ledger file tells of it. */
export interface BookedLine {
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly component: Component;
  readonly code: string;
  readonly amountNok: number;
}

/** A recipient and netting group of a batch. */
export interface BookedCell {
  readonly recipient: number;
  readonly group: NettingGroup;
  /** Payment key, also where nothing is paid. */
  readonly reference: string;
  readonly paidNok: number;
}

/** A row of a ledger file: a grant by its code, a change of what is carried, or what is paid. */
export interface LedgerRow {
  readonly kind: 'grant' | 'carried' | 'payment';
  readonly cell: BookedCell;
  /** Empty but for grants. */
  readonly component: Component | '';
  readonly code: string;
  /** Debit above zero, credit below. */
  readonly amountNok: number;
}

/**
 * Rows of a ledger file: for each recipient and group one a code, one for the change of the carried balance, one for what is
 * paid, which together are zero. Rows of zero are left out.
 *
 * @param cells in the order of the file
 */
export function ledgerRows(cells: readonly BookedCell[], lines: Iterable<BookedLine>): LedgerRow[] {
  const byCell = new Map<string, Map<string, BookedLine>>();
  for (const line of lines) {
    const codes = byCell.get(cellKey(line)) ?? new Map<string, BookedLine>();
    const key = `${line.component}\t${line.code}`;
    codes.set(key, { ...line, amountNok: line.amountNok + (codes.get(key)?.amountNok ?? 0) });
    byCell.set(cellKey(line), codes);
  }
  return cells.flatMap((cell) => {
    const codes = [...(byCell.get(cellKey(cell)) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const grants = codes.map(([, { component, code, amountNok }]): LedgerRow => {
      return { kind: 'grant', cell, component, code, amountNok };
    });
    const granted = grants.reduce((sum, { amountNok }) => sum + amountNok, 0);
    const rest = { cell, component: '', code: '' } as const;
    const rows: LedgerRow[] = [
      ...grants,
      { kind: 'carried', ...rest, amountNok: cell.paidNok - granted },
      { kind: 'payment', ...rest, amountNok: 0 - cell.paidNok },
    ];
    return rows.filter(({ amountNok }) => amountNok !== 0);
  });
}

function cellKey({ recipient, group }: Pick<BookedCell, 'recipient' | 'group'>): string {
  return `${recipient} ${groupMark(group)}`;
}
