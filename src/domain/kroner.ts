import { assert } from './errors';

/** Whole kroner: a checked safe integer, negative where a correction takes back. */
export type Kroner = number & { readonly __brand: 'Kroner' };

/** Brands a whole number of kroner; anything else is a fault of the program. */
export function kroner(value: number): Kroner {
  assert(Number.isSafeInteger(value), `${value} is not a whole, safe number of kroner`);
  return (value === 0 ? 0 : value) as Kroner;
}

/** floor(amount * numerator / denominator) and the remainder, exact for any safe integers. */
export function multiplyDivide(
  amount: number,
  numerator: number,
  denominator: number,
): { quotient: number; remainder: number } {
  const product = amount * numerator;
  if (Number.isSafeInteger(product) && product >= 0) {
    const remainder = product % denominator;
    return { quotient: (product - remainder) / denominator, remainder };
  }
  const big = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const remainder = ((big % divisor) + divisor) % divisor;
  return { quotient: Number((big - remainder) / divisor), remainder: Number(remainder) };
}

/** `1 452 877 kr` with no-break spaces, the same on every machine; Intl differs between versions. */
export function formatKroner(amountNok: number): string {
  return `${formatWhole(amountNok)}\u00a0kr`;
}

/** `1 452 877` with no-break spaces between thousands; a minus sign (U+2212) before negative numbers. */
export function formatWhole(value: number): string {
  const grouped = groupDigits(String(Math.abs(value)));
  return value < 0 ? `\u2212${grouped}` : grouped;
}

/** Digits in groups of three: `1 452 877`, with no-break blanks. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}
