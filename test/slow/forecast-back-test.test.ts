import { componentOfCell } from '../../src/analysis/facts/cell-key';
import { forecast } from '../../src/analysis/forecast/forecast';
import { FORECAST_LEVELS, type Forecast } from '../../src/analysis/forecast/forecast-types';
import { sizeRegister } from '../../src/analysis/size/size-register';
import { type Day, knownDay, type RegisterSource } from '../../src/domain';
import { generatedRegisters, testRules } from '../analysis/support/registers';
import { sameRates } from '../analysis/support/same-rates';

const rules = testRules([sameRates([2023, 2024, 2025, 2026])]);
const COMPONENT = 'persontilskudd' as const;
const EXCLUDED = [] as const;
const EXTRACTS = ['2024-T1', '2024-T2', '2024-T3', '2025-T4'];

interface BackTest {
  readonly name: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly actual: number;
}

function forecastAt(register: RegisterSource, year: number, day: string): Forecast {
  const asOf = knownDay(day);
  return forecast(register, rules, { grantYear: year, asOf, excluded: EXCLUDED });
}

function actualOf(register: RegisterSource, year: number, asOf: Day): number {
  const { rows } = sizeRegister(register, rules, year, asOf, EXCLUDED);
  return rows.filter((row) => row.component === COMPONENT).reduce((sum, row) => sum + row.annualAmountNok, 0);
}

function sums(result: Forecast, year: number): Omit<BackTest, 'name' | 'actual'> {
  const [low = 0, mid = 0, high = 0] = FORECAST_LEVELS.map((scenario) =>
    result.cells
      .filter((cell) => cell.grantYear === year && componentOfCell(cell.cell) === COMPONENT)
      .reduce((sum, cell) => sum + cell.amountNok[scenario], 0),
  );
  return { low, mid, high };
}

const errorPercent = ({ mid, actual }: BackTest): number => Math.round((1000 * (mid - actual)) / actual) / 10;

/*
 * A made-up register that evolves over eight quarters: late registrations, moves, edits in place and deletions. Each
 * forecast sees one extract only; what it said is held against the extract of a year or more later.
 */
describe('forecasts held against what came', () => {
  const registers = generatedRegisters({ persons: 3000, year: 2024, seed: 11, snapshots: 8 }, rules, EXTRACTS);
  const [t1, t2, t3, last] = registers;
  if (!t1 || !t2 || !t3 || !last) throw new Error('four extracts');
  const end = knownDay('2025-12-31');
  const actual2024 = actualOf(last, 2024, end);
  const results: BackTest[] = [
    ['2024 seen on 2024-03-31', t1, '2024-03-31'] as const,
    ['2024 seen on 2024-06-30', t2, '2024-06-30'] as const,
    ['2024 seen on 2024-09-30', t3, '2024-09-30'] as const,
  ].map(([name, register, day]) => ({ name, ...sums(forecastAt(register, 2024, day), 2024), actual: actual2024 }));
  // The extract of March 2024 with D = the last day of 2023: only what was registered by then is seen.
  results.push({
    name: '2024 seen on 2023-12-31',
    ...sums(forecastAt(t1, 2023, '2023-12-31'), 2024),
    actual: actual2024,
  });

  test.each(results)('$name', (result) => {
    process.stderr.write(
      `${result.name}: ${errorPercent(result)} percent off, band ${result.low}-${result.high}, came ${result.actual}\n`,
    );
    expect(Math.abs(errorPercent(result))).toBeLessThan(10);
    expect([result.name, result.low <= result.actual, result.actual <= result.high]).toEqual([result.name, true, true]);
  });
});
