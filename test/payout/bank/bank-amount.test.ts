import { isAccountNumber } from '../../../src/payout';
import { accountOf } from '../../../src/payout/bank/bank-amount';

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The first account numbers from one on, each with its check digit (modulo 11); those that have none are passed over. */
function accountsFrom(first: number, count: number): string[] {
  const found: string[] = [];
  for (let digits = first; found.length < count; digits += 7) {
    const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(String(digits)[place]), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) found.push(`${digits}${check}`);
  }
  return found;
}

/** The IBAN of a domestic number (ISO 13616): its check digits make the whole 1 modulo 97. */
function ibanOf(account: string): string {
  const check = 98n - (BigInt(`${account}232400`) % 97n);
  return `NO${String(check).padStart(2, '0')}${account}`;
}

test('1 000 accounts come back from their IBAN, and none passes with another digit', () => {
  expect(ibanOf('86011117947')).toBe('NO9386011117947');
  for (const [index, account] of accountsFrom(1_503_112_345, 1_000).entries()) {
    const iban = ibanOf(account);
    const spaced = iban.replace(/(.{4})/g, '$1 ');
    expect([accountOf(iban), accountOf(spaced), isAccountNumber(account)]).toEqual([account, account, true]);
    const place = index % 11;
    const other = String((Number(account[place]) + 1 + (index % 9)) % 10);
    expect(isAccountNumber(account.slice(0, place) + other + account.slice(place + 1))).toBe(false);
  }
});
