export interface Weighted {
  readonly recipient: string;
  readonly days: number;
}

/** Parts of an amount by days, as rulebook 4 spells it out: the floors first, then one krone at a time. */
export function apportion(amount: number, shares: readonly Weighted[]): number[] {
  const total = shares.reduce((sum, share) => sum + share.days, 0);
  const exact = shares.map((share) => ({
    share,
    part: (BigInt(amount) * BigInt(share.days)) / BigInt(total),
    remainder: (BigInt(amount) * BigInt(share.days)) % BigInt(total),
  }));
  let left = BigInt(amount) - exact.reduce((sum, { part }) => sum + part, 0n);
  const queue = [...exact].sort((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
    if (a.share.days !== b.share.days) return b.share.days - a.share.days;
    return a.share.recipient < b.share.recipient ? -1 : 1;
  });
  for (const entry of queue) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return exact.map(({ part }) => Number(part));
}
