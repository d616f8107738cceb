import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  derivedRates,
  type RateModelInput,
  rateCandidates,
  roundToStep,
} from '../../src/analysis/rate-model/rate-model';
import { rateModelData } from '../../src/analysis/rate-model/rate-model-data';

import { nationalSum, rateSensitivity } from '../../src/analysis/rate-model/sensitivity';
import { dayOf, type HoursBasisRow, NO_RECIPIENT, NorsktilskuddError, parseRecipientCode } from '../../src/domain';
import { testRules } from './support/registers';

const decimal = (text: string): Decimal => new Decimal(text);

function model(changes: Partial<RateModelInput> = {}): RateModelInput {
  return {
    hours: [
      { yearNumber: 1, hoursHundredths: 12_000_00, participants: 100 },
      { yearNumber: 2, hoursHundredths: 55_500_00, participants: 150 },
      { yearNumber: 3, hoursHundredths: 10_000_00, participants: 90 },
    ],
    sample: { costNok: 40_000_000, hoursHundredths: 160_000_00 },
    coverage: decimal('0.7'),
    index: decimal('0.031'),
    ratios: [
      { yearNumber: 1, lowNok: 13_600, highNok: 31_900 },
      { yearNumber: 2, lowNok: 24_100, highNok: 62_300 },
      { yearNumber: 3, lowNok: 15_000, highNok: 43_350 },
    ],
    ...changes,
  };
}

describe('rounding half up to 50 kroner', () => {
  test.each([
    ['124.99', '1', 100],
    ['125', '1', 150],
    ['74.9999999999999999999999999', '1', 50],
    ['75', '1', 100],
    ['0', '1', 0],
    ['24.999', '1', 0],
    ['25', '1', 50],
    ['225', '3', 100], // 75 exactly: a tie that a cut third could lose
    ['224', '3', 50],
  ])('%s / %s is %d', (numerator, denominator, expected) => {
    expect(roundToStep(decimal(numerator), decimal(denominator), 50)).toBe(expected);
  });

  test('agrees with whole-number arithmetic everywhere', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 12n), (numerator, denominator) => {
        fc.pre(numerator / denominator < 10n ** 12n);
        const steps = (numerator * 2n + denominator * 50n) / (denominator * 100n);
        const rounded = roundToStep(decimal(String(numerator)), decimal(String(denominator)), 50);
        expect(BigInt(rounded)).toBe(steps * 50n);
      }),
    );
  });
});

describe('candidate rates', () => {
  // c = 40 000 000 / 160 000 = 250 kr an hour; factor 0.7 x 1.031 = 0.7217
  test.each([
    [1, '120', '21651', 21_650, 9_250], // 21 650 x 13600/31900 = 9 230.1
    [2, '370', '66757.25', 66_750, 25_800], // 66 750 x 24100/62300 = 25 821.4
    [3, '111.111', '20047.222', 20_050, 6_950], // 20 050 x 15000/43350 = 6 937.7
  ])('year %d: %s hours, %s exactly', (yearNumber, hours, exact, highNok, lowNok) => {
    const candidate = rateCandidates(model()).find((one) => one.yearNumber === yearNumber);
    expect(candidate).toMatchObject({ highNok, lowNok });
    expect(candidate?.averageHours.toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toString()).toBe(hours);
    expect(candidate?.highExactNok.toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toString()).toBe(exact);
    expect(candidate?.costPerHourNok.toString()).toBe('250');
  });

  test('a tie that no finite decimal shows is still rounded up', () => {
    // 1/3 hour a participant x 75 kr x 3 x 25 = 1 875 kr, exactly half way between 1 850 and 1 900.
    const [candidate] = rateCandidates(
      model({
        hours: [{ yearNumber: 1, hoursHundredths: 100, participants: 3 }],
        sample: { costNok: 75, hoursHundredths: 100 },
        coverage: decimal('75'),
        index: decimal('0'),
      }),
    );
    expect(candidate?.highNok).toBe(1900);
  });

  test('the low rate follows from the rounded high one', () => {
    // 100 hours x 10.24 kr = 1 024 kr, rounded 1 000. At a ratio of 11 to 10: 1 100 from the rounded, 1 126.4 and so 1 150 from the exact.
    const [candidate] = rateCandidates(
      model({
        hours: [{ yearNumber: 1, hoursHundredths: 100_00, participants: 1 }],
        sample: { costNok: 1024, hoursHundredths: 100_00 },
        coverage: decimal('1'),
        index: decimal('0'),
        ratios: [{ yearNumber: 1, lowNok: 11, highNok: 10 }],
      }),
    );
    expect(candidate).toMatchObject({ highNok: 1000, lowNok: 1100 });
  });

  test('stand in a rates file with status derived and their product', () => {
    const rates = derivedRates(rateCandidates(model()), model(), 2019);
    expect(rates).toHaveLength(6);
    expect(rates[0]).toMatchObject({
      key: 'persontilskudd.year1',
      grantYear: 2019,
      rateClass: 'high',
      valueNok: 21_650,
      status: 'derived',
      note: '120.0000 x 250.0000 x 0.7 x 1.031 = 21651.0000',
    });
    expect(rates[1]).toMatchObject({ rateClass: 'low', valueNok: 9_250, note: '21650 x ratio 0.426332' });
  });
});

describe('sensitivity', () => {
  const persons = [
    { yearNumber: 1, rateClass: 'high' as const, persons: 1000 },
    { yearNumber: 1, rateClass: 'low' as const, persons: 10 },
    { yearNumber: 3, rateClass: 'high' as const, persons: 7 },
  ];

  test('the national sum is rate times persons', () => {
    expect(nationalSum(rateCandidates(model()), persons)).toBe(1000 * 21_650 + 10 * 9_250 + 7 * 20_050);
  });

  test('each factor moves the rates as the product says', () => {
    const rows = rateSensitivity(model(), persons, [decimal('0.1'), decimal('-0.1')]);
    const high = (factor: string, change: string): number | undefined =>
      rows.find((row) => row.factor === factor && row.change.equals(change))?.candidates[0]?.highNok;
    // 21 651 x 1.1 = 23 816.1 and x 0.9 = 19 485.9; index 0.131: 120 x 250 x 0.7 x 1.131 = 23 751
    expect(['cost', 'coverage', 'hours'].map((factor) => high(factor, '0.1'))).toEqual([23_800, 23_800, 23_800]);
    expect(['cost', 'coverage', 'hours'].map((factor) => high(factor, '-0.1'))).toEqual([19_500, 19_500, 19_500]);
    expect(high('index', '0.1')).toBe(23_750);
    for (const row of rows) {
      expect(row.differenceNok).toBe(row.nationalNok - nationalSum(rateCandidates(model()), persons));
    }
  });
});

describe('data of the model', () => {
  const rules = testRules();
  const translation = rules.places.translationTo(dayOf(2018, 12, 31));
  const code = (text: string): number => parseRecipientCode(text) ?? 0;
  const row = (kommune: number, yearNumber: number, participants: number, hours: number): HoursBasisRow => ({
    kommune,
    law: -1,
    yearNumber,
    participants,
    norwegianHundredths: hours * 100 - 50,
    socialStudiesHundredths: 50,
    absenceHundredths: 0,
    hoursRows: 1,
    hoursRowsOnTime: 1,
    starters: 0,
    startersWithinThreeMonths: 0,
    triggeringWithoutHours: 0,
    hoursWithoutDecision: 0,
  });
  const basis = [
    ...[1, 2, 3].map((k) => row(NO_RECIPIENT, k, 10, 1000 * k)),
    row(code('0301'), -1, 5, 400),
    row(code('5001'), -1, 5, 600),
    row(code('5001'), 1, 5, 300),
  ];
  const costBase = {
    line: Uint32Array.of(2, 3, 4, 5),
    kommune: Int32Array.of(code('0301'), code('1601'), code('1601'), code('0301')), // 1601 became 5001 in 2018
    year: Int32Array.of(2018, 2018, 2018, 2017),
    costNok: Float64Array.of(100_000, 60_000, 40_000, 7),
  };

  test('is summed per kommune of the year, all participants, under the codes in force', () => {
    const data = rateModelData(2018, basis, costBase, translation, rules.rates, 2018);
    expect(data.sample).toEqual([
      { kommune: code('0301'), costNok: 100_000, hoursHundredths: 40_000 },
      { kommune: code('5001'), costNok: 100_000, hoursHundredths: 60_000 },
    ]);
    expect(data.hours[1]).toEqual({ yearNumber: 2, participants: 10, hoursHundredths: 200_000 });
    expect(data.ratios[0]).toEqual({ yearNumber: 1, lowNok: 13_600, highNok: 31_900 });
  });

  test('what is missing is named, all at once', () => {
    const attempt = (): unknown => rateModelData(2016, [], costBase, translation, rules.rates, 2017);
    expect(attempt).toThrow(NorsktilskuddError);
    try {
      attempt();
    } catch (cause) {
      const codes = cause instanceof NorsktilskuddError ? cause.details.map((detail) => detail.code) : [];
      expect(codes.filter((one) => one === 'RATE_MODEL_NO_PARTICIPANTS')).toHaveLength(3);
      expect(codes.filter((one) => one === 'RATE_MODEL_NO_BASE_RATE')).toHaveLength(6);
      expect(codes).toContain('RATE_MODEL_NO_SAMPLE');
    }
  });
});
