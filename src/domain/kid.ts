/**
 * Whether a text is a KID: 2 to 25 digits whose last is a mod 10 or mod 11 check digit. The mod 11 digit may be a hyphen,
 * which stands for ten. (norsk-validator refuses every KID whose mod 10 digit is 0, and knows no hyphen.)
 *
 * @example isKid('0602201810010') // true
 */
export function isKid(text: string): boolean {
  if (!/^\d{1,24}[\d-]$/.test(text)) return false;
  const digits = Array.from(text.slice(0, -1), Number).reverse();
  const last = text.slice(-1);
  const mod11 = (11 - (digits.reduce((sum, digit, index) => sum + digit * (2 + (index % 6)), 0) % 11)) % 11;
  return last === (mod11 === 10 ? '-' : String(mod11)) || last === String(mod10Of(digits));
}

/** Every other digit from the right counts double, as the sum of its digits. */
function mod10Of(digits: readonly number[]): number {
  const doubled = digits.map((digit, index) => (index % 2 === 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9));
  return (10 - (doubled.reduce((sum, digit) => sum + digit, 0) % 10)) % 10;
}
