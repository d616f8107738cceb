import { Decimal } from 'decimal.js';
import { cellKey, componentOfCell } from '../../../src/analysis/facts/cell-key';
import { entryPaces } from '../../../src/analysis/forecast/entry-paces';
import { courseKey } from '../../../src/analysis/forecast/fact-units';
import { forecast } from '../../../src/analysis/forecast/forecast';
import { FORECAST_LEVELS, type Forecast } from '../../../src/analysis/forecast/forecast-types';
import { movedWeight, seenCourses } from '../../../src/analysis/forecast/seen-courses';

import { componentOrdinal, knownDay, NO_RECIPIENT, RATE_CLASS } from '../../../src/domain';
import { generatedRegisters, testRules } from '../support/registers';
import { sameRates } from '../support/same-rates';

const CELL = cellKey(componentOrdinal('persontilskudd'), 1, RATE_CLASS.high);
const units = (days: Record<number, string>) =>
  new Map([[CELL, new Map(Object.entries(days).map(([id, day]) => [Number(id), knownDay(day) as number]))]]);
const text = (value: Decimal | undefined): string => value?.toFixed(4) ?? '';

describe('what was seen', () => {
  /** Four persons who stand for so many each: 4 fell away, 5 had entered and was registered late, 6 entered afterwards. */
  const course = (times: number, late = 1) => {
    const many = (days: Record<number, string>, again = times) =>
      units(
        Object.fromEntries(
          Object.entries(days).flatMap(([id, day]) =>
            Array.from({ length: again }, (_, index) => [Number(id) * 1000 + index, day]),
          ),
        ),
      );
    const stay = { 1: '2023-02-01', 2: '2023-03-01', 3: '2023-04-01' };
    const seen = {
      lastYearThen: many({ ...stay, 4: '2023-05-01' }),
      lastYear: new Map([
        [
          CELL,
          new Map(
            [...many({ ...stay, 6: '2023-09-01' }), ...many({ 5: '2023-05-20' }, times * late)].flatMap(([, all]) => [
              ...all,
            ]),
          ),
        ],
      ]),
      nowThen: many({ 1: '2024-01-01', 2: '2024-01-01' }, times * 2),
      now: many({ 1: '2024-01-01' }, times * 2),
    };
    return seenCourses(seen, knownDay('2023-06-30')).get(courseKey(CELL));
  };
  const sharesOf = (one: ReturnType<typeof course>): string[] => [one?.kept, one?.late, one?.keptOverYear].map(text);

  test('tells who stays, who comes late, and who of those foreseen came', () => {
    expect(sharesOf(course(10))).toEqual(['0.7500', '0.2500', '0.5000']);
  });

  test('says nothing of few persons, and of no more than there were', () => {
    expect(sharesOf(course(4, 50))).toEqual(['1.0000', '0.0000', '1.0000']);
    expect(sharesOf(course(10, 50))).toEqual(['0.7500', '1.0000', '0.5000']);
  });

  test('entries go on as in the slowest, the mean and the busiest of four quarters', () => {
    const asOf = knownDay('2024-06-30'); // quarters begin on 2024-04-01, 2024-01-01, 2023-10-02 and 2023-07-03
    const now = units({ 1: '2024-06-30', 2: '2024-04-01', 3: '2024-03-31', 4: '2024-07-01' });
    const before = units({ 5: '2023-12-31', 6: '2023-10-02', 7: '2023-10-02', 8: '2023-07-02' });
    const pace = entryPaces(now, before, asOf, new Map()).get(CELL)?.pace;
    expect(FORECAST_LEVELS.map((scenario) => text(pace?.[scenario]))).toEqual(['0.0000', '1.5000', '3.0000']);
  });

  test('moves change a weight by what was seen over what was foreseen, ten years behind both', () => {
    expect(movedWeight(1000, undefined)).toBe(1000);
    expect(movedWeight(1000, { seen: 0, foreseen: 3650 })).toBe(500);
    expect(movedWeight(1000, { seen: 7300, foreseen: 0 })).toBe(3000);
  });
});

describe('a forecast', () => {
  const rules = testRules([sameRates([2024])]);
  const [register] = generatedRegisters({ persons: 500, year: 2024, seed: 5, snapshots: 2 }, rules, ['2024-T2']);
  const asOf = knownDay('2024-06-30');
  const registered = () => {
    if (register === undefined) throw new Error('no register');
    return register;
  };
  const made = (): Forecast => forecast(registered(), rules, { grantYear: 2024, asOf, excluded: [] });
  const one = made();

  test('of recipients adds up to the country, in every year and scenario', () => {
    for (const year of [2024, 2025]) {
      for (const scenario of FORECAST_LEVELS) {
        const of = (
          rows: readonly { grantYear: number; amountNok: Forecast['cells'][number]['amountNok'] }[],
        ): number =>
          rows.filter((row) => row.grantYear === year).reduce((sum, row) => sum + row.amountNok[scenario], 0);
        expect(of(one.recipients)).toBe(of(one.cells));
        expect(of(one.cells)).toBeGreaterThan(0);
      }
    }
  });

  test('is never lower in a higher scenario, but where a kommune changes its step', () => {
    for (const { cell, persons } of one.cells) {
      if (componentOfCell(cell) === 'grunntilskudd') continue;
      expect([persons.low <= persons.mid, persons.mid <= persons.high]).toEqual([true, true]);
    }
  });

  test("takes this year's rates where the next one has none, and says so", () => {
    expect(new Set(one.cells.map((cell) => cell.rateYear))).toEqual(new Set([2024]));
  });

  test('of a year is one, whatever year is named', () => {
    const named = (grantYear: number): Forecast => forecast(registered(), rules, { grantYear, asOf, excluded: [] });
    const of = ({ cells, recipients }: Forecast, year: number) =>
      [cells, recipients].map((rows) => rows.filter(({ grantYear }) => grantYear === year));
    const next = named(2025);
    expect(next.years).toEqual([2025]);
    expect(of(next, 2025)).toEqual(of(one, 2025));
    expect(() => named(2026)).toThrow(expect.objectContaining({ code: 'FORECAST_TOO_FAR' }));
  });

  test('is the same again', () => {
    expect(made()).toEqual(one);
  });
});

describe('an extract of a year before', () => {
  const rules = testRules([sameRates([2019])]);
  const [before, register] = generatedRegisters(
    { persons: 800, year: 2018, seed: 3, snapshots: 5, firstTerm: 2 },
    rules,
    ['2018-T2', '2019-T2'],
  );
  const asOf = knownDay('2019-06-30');

  test('shows who fell away, which the register of today cannot', () => {
    if (before === undefined || register === undefined) throw new Error('two registers');
    const keptOf = (earlier?: typeof before): string[] =>
      forecast(register, rules, { grantYear: 2019, asOf, excluded: [] }, earlier)
        .courses.filter(({ component }) => component === 'persontilskudd')
        .map(({ kept, keptOverYear }) => text(Decimal.min(kept, keptOverYear)));
    expect(new Set(keptOf())).toEqual(new Set(['1.0000']));
    expect(keptOf(before).some((share) => Number(share) < 1)).toBe(true);
    expect(keptOf(before).every((share) => Number(share) > 0.5)).toBe(true);
  });

  test('lists no kommune that has ended by the year', () => {
    if (register === undefined) throw new Error('two registers');
    const { recipients } = forecast(register, rules, { grantYear: 2019, asOf, excluded: [] });
    const codesOf = (year: number): number[] => [
      ...new Set(
        recipients.flatMap((row) => (row.grantYear === year && row.recipient !== NO_RECIPIENT ? [row.recipient] : [])),
      ),
    ];
    const inForce = (code: number, day: string): boolean =>
      rules.places.places.some(
        (place) => place.code === code && place.validFrom <= knownDay(day) && knownDay(day) < place.validTo,
      );
    expect(codesOf(2019).every((code) => inForce(code, '2019-12-31'))).toBe(true);
    expect(codesOf(2019).every((code) => inForce(code, '2020-12-31'))).toBe(false);
    // What somebody can be paid stands under recipients: hardly anything of persontilskudd is held.
    const sumOf = (isHeld: boolean): number =>
      recipients
        .filter((row) => row.component === 'persontilskudd' && (row.recipient === NO_RECIPIENT) === isHeld)
        .reduce((sum, row) => sum + row.amountNok.mid, 0);
    expect(sumOf(true)).toBeLessThan(sumOf(false) / 20);
    expect(codesOf(2020).length).toBeGreaterThan(100);
    expect(codesOf(2020).filter((code) => !inForce(code, '2020-12-31'))).toEqual([]);
  });
});
