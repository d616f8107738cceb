import { groupDigits } from '../domain';
import type { Language } from './catalogue';
import { textOf } from './message-text';

/** A decimal number as people read it: `−40 556,25` in bokmål, `−40 556.25` in English. @param number `-40556.25` */
export function decimalText(number: string, language: Language): string {
  const [whole = '', ...rest] = number.replace('-', '−').split('.');
  return [groupDigits(whole), ...rest].join(textOf('common.decimal_sign', language));
}
