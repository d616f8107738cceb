import { cutOff } from './dates';
import { translate } from './places';
import type { Line } from './true-up';

export interface Payout {
  readonly term: number;
  readonly recipient: string;
  readonly group: string;
  readonly linesTotal: number;
  readonly carriedIn: number;
  readonly paid: number;
  readonly carriedOut: number;
}

/** Netting per recipient and group (rulebook 7); `balances` are keyed `recipient/group`. */
export function net(
  lines: readonly Line[],
  balances: ReadonlyMap<string, number>,
  year: number,
  term: number,
): { payouts: Payout[]; balances: Map<string, number> } {
  const sums = new Map<string, { lines: number; carried: number }>();
  const sumOf = (recipient: string, group: string): { lines: number; carried: number } => {
    const sum = sums.get(`${recipient}/${group}`) ?? { lines: 0, carried: 0 };
    sums.set(`${recipient}/${group}`, sum);
    return sum;
  };
  for (const [key, balance] of balances) {
    const [recipient = '', group = ''] = key.split('/');
    if (balance !== 0) sumOf(translate(recipient, cutOff(year, term)).code, group).carried += balance;
  }
  for (const line of lines) sumOf(line.recipient, line.group).lines += line.amount;
  const payouts = [...sums].map(([key, sum]) => {
    const [recipient = '', group = ''] = key.split('/');
    const total = sum.lines + sum.carried;
    return {
      term,
      recipient,
      group,
      linesTotal: sum.lines,
      carriedIn: sum.carried,
      paid: Math.max(total, 0),
      carriedOut: Math.min(total, 0),
    };
  });
  const left = payouts.filter(({ carriedOut }) => carriedOut !== 0);
  return { payouts, balances: new Map(left.map((row) => [`${row.recipient}/${row.group}`, row.carriedOut])) };
}
