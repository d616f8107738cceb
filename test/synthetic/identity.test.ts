import { fnr } from '@navikt/fnrvalidator';
import { hasValidDufCheckDigits } from '../../src/domain';
import { dateOfYear, syntheticDuf, syntheticNationalId } from '../../src/synthetic/identity';

test('DUF numbers have 12 digits, valid check digits and a year that no real one has', () => {
  for (let ordinal = 0; ordinal < 5000; ordinal += 7) {
    const duf = syntheticDuf(ordinal, 2017, 0, 3);
    expect(duf).toMatch(/^2097\d{8}$/);
    expect(hasValidDufCheckDigits(Number(duf))).toBe(true);
  }
});

test('DUF numbers differ for every ordinal, year and generation', () => {
  const seen = new Set<string>();
  const ordinals = [...Array.from({ length: 3000 }, (_, index) => index), 999_999, 1_000_000, 1_000_001, 1_124_999];
  for (const ordinal of ordinals) {
    for (const generation of [0, 1, 2]) seen.add(syntheticDuf(ordinal, 2003 + (ordinal % 20), generation, 0));
  }
  expect(seen.size).toBe(ordinals.length * 3);
});

test('national ids are valid and marked as synthetic by their month', () => {
  let valid = 0;
  for (let individual = 0; individual < 250; individual += 1) {
    for (const year of [1961, 1999, 2003]) {
      const id = syntheticNationalId(dateOfYear(year, individual), individual, individual % 2 === 0);
      if (id === '') continue;
      valid += 1;
      expect(fnr(id)).toMatchObject({ status: 'valid' });
      expect(Number(id.slice(2, 4))).toBeGreaterThan(80);
    }
  }
  expect(valid).toBeGreaterThan(550);
});

test('days of a year are counted without 29 February', () => {
  expect(dateOfYear(2019, 0)).toEqual({ year: 2019, month: 1, dayOfMonth: 1 });
  expect(dateOfYear(2020, 58)).toEqual({ year: 2020, month: 2, dayOfMonth: 28 });
  expect(dateOfYear(2020, 59)).toEqual({ year: 2020, month: 3, dayOfMonth: 1 });
  expect(dateOfYear(2019, 364)).toEqual({ year: 2019, month: 12, dayOfMonth: 31 });
});
