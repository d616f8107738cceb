import { isKid } from '../../../src/payout';

test.each([
  ['0602201810010', true],
  ['0602201810011', false],
  ['18', true],
  ['2345676', true],
  ['1', false],
  ['', false],
  ['123456789012345678901234567', false],
  ['12345678x', false],
  ['1-2', false],
  ['-', false],
])('%j as a KID: %s', (text, is) => {
  expect(isKid(text)).toBe(is);
});

test('a hyphen is the mod 11 digit of ten, and of nothing else', () => {
  const found = Array.from({ length: 500 }, (_, number) => `${number + 1}-`).filter(isKid);
  expect(found.length).toBeGreaterThan(30);
  for (const kid of found) {
    const digits = Array.from(kid.slice(0, -1)).reverse();
    const sum = digits.reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
    expect(sum % 11).toBe(1);
  }
});
