import { type Language, textOf } from '../messages';

/**
 * A change in percent of what it started from, with sign and one decimal, rounded half up in size: `+2.5 %`. Whole
 * numbers only, so that no float decides a digit; `-` where there was nothing before.
 */
export function percentText(change: number, before: number, language: Language): string {
  if (before === 0) return '-';
  const size = Math.abs(before);
  const tenths = Math.floor((2000 * Math.abs(change) + size) / (2 * size));
  const sign = tenths === 0 ? '' : change < 0 ? '−' : '+';
  return `${sign}${Math.floor(tenths / 10)}${textOf('common.decimal_sign', language)}${tenths % 10} %`;
}

/** Kroner with a sign that is always said; `0 kr` has none. */
export function withSign(text: string, amount: number): string {
  return amount > 0 ? `+${text}` : text;
}
