/** A whole number of a smaller unit as a decimal text. @example formatDecimals(-125, 2) === '-1.25' */
export function formatDecimals(value: number, digits: number): string {
  const size = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/** Hundredths as text with two decimals. @example formatHundredths(725) === '7.25' */
export function formatHundredths(hundredths: number): string {
  return formatDecimals(hundredths, 2);
}

/** Hours per participant in hundredths, rounded half up (rulebook 8.2). */
export function averageHundredths(hoursHundredths: number, participants: number): number {
  const doubled = 2 * hoursHundredths + participants;
  return (doubled - (doubled % (2 * participants))) / (2 * participants);
}

/** A change in percent of what it started from, two decimals, rounded half up in size: `-2.50`; undefined for nothing. */
export function percentDecimal(change: number, before: number): string | undefined {
  if (before === 0) return undefined;
  const size = BigInt(Math.abs(before));
  const hundredths = Number((20_000n * BigInt(Math.abs(change)) + size) / (2n * size));
  return formatHundredths(change < 0 !== before < 0 ? -hundredths : hundredths);
}
