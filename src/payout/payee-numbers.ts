import { kontonummer, organisasjonsnummer } from 'norsk-validator';

/** The digits of a number as people write it: blanks, dots and hyphens between them are form (data contract 1). */
export function digitsOf(number: string): string {
  return number.replace(/[\s\u00a0.-]/g, '');
}

/** Whether a text is an account number whose check digit holds, in any of its forms. */
export function isAccountNumber(text: string): boolean {
  const digits = digitsOf(text);
  return /^\d{11}$/.test(digits) && kontonummer(digits);
}

/** Whether a text is an organisation number whose check digit holds, in any of its forms. */
export function isOrgNumber(text: string): boolean {
  const digits = digitsOf(text);
  return /^\d{9}$/.test(digits) && organisasjonsnummer(digits);
}
