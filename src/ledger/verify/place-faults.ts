import { type ErrorDetail, errorDetail } from '../../domain';
import type { ChainEntry } from '../chain/chain-entries';
import { groupOfNumber } from '../codes';
import type { OpenLedger } from '../posting-reads';
import { recipientText } from '../rows-text';

/** A sum per posting, recipient and netting group, once from postings or payments and once from movements. */
const SIDES = [
  {
    place: 'granted',
    sql: `SELECT recipient, netting_group, sum(amount) FROM postings INDEXED BY postings_line WHERE posting = ?
      GROUP BY recipient, netting_group`,
    sign: -1,
  },
  {
    place: 'ordered',
    sql: 'SELECT recipient, netting_group, sum(amount) FROM payments WHERE posting = ? GROUP BY recipient, netting_group',
    sign: 1,
  },
] as const;

/**
 * Checks that money is conserved over the places: what leaves `granted` is the sum of the lines, what enters `ordered`
 * the sum of the payments, `moved` is nothing over all recipients of a group, and `carried` is never above 0.
 */
export function placeFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const carried = new Map<string, number>();
  return entries.flatMap((entry) => {
    const flows = flowsOf(ledger, entry.posting);
    return [
      ...(entry.kind === 'annulment' ? [] : SIDES.flatMap((side) => sideFaults(ledger, entry.posting, flows, side))),
      ...movedFaults(entry.posting, flows),
      ...carriedFaults(entry.posting, flows, carried),
    ];
  });
}

/** Net amount into each place, by recipient and group. */
type Flows = ReadonlyMap<string, ReadonlyMap<string, number>>;

function flowsOf(ledger: OpenLedger, posting: number): Flows {
  const flows = new Map<string, Map<string, number>>();
  const add = (place: string, cell: string, amountNok: number): void => {
    const cells = flows.get(place) ?? new Map<string, number>();
    cells.set(cell, (cells.get(cell) ?? 0) + amountNok);
    flows.set(place, cells);
  };
  const rows = ledger.db
    .prepare('SELECT recipient, netting_group, from_place, to_place, amount FROM movements WHERE posting = ?')
    .all(posting);
  for (const [recipient, group, from, to, amount] of rows) {
    add(String(from), `${recipient} ${group}`, -Number(amount));
    add(String(to), `${recipient} ${group}`, Number(amount));
  }
  return flows;
}

function sideFaults(ledger: OpenLedger, posting: number, flows: Flows, side: (typeof SIDES)[number]): ErrorDetail[] {
  const left = new Map(flows.get(side.place) ?? []);
  const faults: ErrorDetail[] = [];
  for (const [recipient, group, sum] of ledger.db.prepare(side.sql).all(posting)) {
    const cell = `${recipient} ${group}`;
    if ((left.get(cell) ?? 0) !== side.sign * Number(sum)) faults.push(faultAt(posting, side.place, cell));
    left.delete(cell);
  }
  for (const [cell, amountNok] of left) if (amountNok !== 0) faults.push(faultAt(posting, side.place, cell));
  return faults;
}

function movedFaults(posting: number, flows: Flows): ErrorDetail[] {
  const sums = new Map<string, number>();
  for (const [cell, amountNok] of flows.get('moved') ?? []) {
    const group = cell.split(' ')[1] ?? '';
    sums.set(group, (sums.get(group) ?? 0) + amountNok);
  }
  return [...sums].filter(([, sum]) => sum !== 0).map(([group]) => faultAt(posting, 'moved', `0 ${group}`));
}

function carriedFaults(posting: number, flows: Flows, carried: Map<string, number>): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  for (const [cell, amountNok] of flows.get('carried') ?? []) {
    const balanceNok = (carried.get(cell) ?? 0) + amountNok;
    carried.set(cell, balanceNok);
    if (balanceNok > 0) faults.push(faultAt(posting, 'carried', cell));
  }
  return faults;
}

function faultAt(posting: number, place: string, cell: string): ErrorDetail {
  const [recipient, group] = cell.split(' ').map(Number);
  return errorDetail('LEDGER_PLACES_DIFFER', {
    posting,
    place,
    recipient: recipient ? recipientText(recipient) : '*',
    group: groupOfNumber(group),
  });
}
