import { kontonummer, organisasjonsnummer } from 'norsk-validator';
import { digitsOfNumber, isKid } from '../../domain';
import type { RejectRule } from '../rejects/reject-rules';
import type { SmallColumn } from './small-table';

type Named = Pick<SmallColumn<string>, 'name' | 'aliases'>;

function checkedColumn(
  named: Named,
  rule: RejectRule,
  parse: (text: string) => string | undefined,
): SmallColumn<string> {
  return { ...named, required: false, empty: '', masked: false, rule, params: {}, parse };
}

/** An account number by its eleven digits, in any of its forms (`1234.56.78903`), whose check digit holds. */
export function accountColumn(name: string, ...aliases: readonly string[]): SmallColumn<string> {
  return checkedColumn({ name, aliases }, 'ACCOUNT_CHECK', (text) => {
    const digits = digitsOfNumber(text);
    return digits?.length === 11 && kontonummer(digits) ? digits : undefined;
  });
}

/** An organisation number by its nine digits, in any of its forms (`958 935 420`), whose check digit holds. */
export function orgNumberColumn(name: string, ...aliases: readonly string[]): SmallColumn<string> {
  return checkedColumn({ name, aliases }, 'ORG_NUMBER_CHECK', (text) => {
    const digits = digitsOfNumber(text);
    return digits?.length === 9 && organisasjonsnummer(digits) ? digits : undefined;
  });
}

/** A KID of 2 to 25 characters, of which the last is a check digit by mod 10 or mod 11 (by mod 11 it may be `-`). */
export function kidColumn(name: string, ...aliases: readonly string[]): SmallColumn<string> {
  return checkedColumn({ name, aliases }, 'KID_CHECK', (text) => {
    const kid = text.replace(/\s/g, '');
    return isKid(kid) ? kid : undefined;
  });
}

/** A text of a form, `empty` where none is given. */
export function formColumn(
  named: Named & { readonly empty: string },
  rule: RejectRule,
  form: RegExp,
): SmallColumn<string> {
  const column = checkedColumn(named, rule, (text) => (form.test(text) ? text : undefined));
  return { ...column, empty: named.empty };
}
