import { attributeAt, textAt, type XmlElement } from './xml-document';

/** A sum in hundredths of a krone, or why a text is none. */
export type BankAmount = number | 'currency' | 'form';

/** Hundredths of a decimal text with a dot and at most two decimals, as XML writes them; undefined for any other form. */
export function hundredthsOf(text: string): number | undefined {
  const match = /^\+?(?=\.?\d)0*(\d{0,13})(?:\.(\d{0,2})0*)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', part = ''] = match;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** The amount at a path, which must be in Norwegian kroner; undefined where there is none. */
export function amountAt(element: XmlElement | undefined, path: string): BankAmount | undefined {
  const text = textAt(element, path);
  if (text === '') return undefined;
  if (attributeAt(element, path, 'Ccy') !== 'NOK') return 'currency';
  return hundredthsOf(text) ?? 'form';
}

/**
 * A Norwegian account as its eleven digits, from a domestic number or an IBAN; the text itself where it is neither.
 *
 * @example accountOf('NO93 8601 1117 947') // 86011117947
 */
export function accountOf(text: string): string {
  const plain = text.replace(/[\s.]/g, '').toUpperCase();
  return /^NO\d{13}$/.test(plain) ? plain.slice(4) : plain;
}

/** The account within an element `CdtrAcct`, `DbtrAcct` or `Acct`; empty where there is none. */
export function accountAt(element: XmlElement | undefined, path: string): string {
  return accountOf(textAt(element, `${path}/Id/Othr/Id`) || textAt(element, `${path}/Id/IBAN`));
}

/** A payment key as a bank gives it back; empty where it says that it has none. */
export function keyOf(text: string): string {
  return text === 'NOTPROVIDED' ? '' : text;
}
