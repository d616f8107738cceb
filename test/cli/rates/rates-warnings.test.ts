import { buildRateTable } from '../../../rules';
import { ratesWarnings, usedAmong } from '../../../src/app/rates/rates-warnings';
import type { Rate } from '../../../src/domain';

const rate = (file: string, line: number, grantYear: number, rateClass: 'low' | 'high' = 'high'): Rate => ({
  key: 'persontilskudd.year1',
  grantYear,
  rateClass,
  valueNok: line,
  status: 'scenario',
  source: 's',
  note: '',
  file,
  line,
});

const HIGH_2018 = new Set(['persontilskudd.year1/2018/high']);

/** Codes, files and years of what is told in 2018, when only the high rate of year 1 is used. */
function told(files: Readonly<Record<string, readonly Rate[]>>, otherYears: readonly number[] = []): string[] {
  const given = Object.entries(files).map(([name, rates]) => ({ name, rates }));
  const table = buildRateTable(given.map(({ rates }) => rates));
  return ratesWarnings(given, { grantYear: 2018, otherYears, isUsed: usedAmong(table, HIGH_2018) }).map(
    ({ code, params }) => `${code} ${params.file} ${params.years} (${params.others})`,
  );
}

test.each([
  ['a file that is used', { 'a.csv': [rate('a.csv', 2, 2018)] }, [], []],
  [
    'a file of other years alone',
    { 'a.csv': [rate('a.csv', 2, 2019), rate('a.csv', 3, 2017)] },
    [],
    ['RATES_OF_OTHER_YEARS a.csv 2017, 2019 (2017, 2019)'],
  ],
  ['a file without rows', { 'a.csv': [] }, [], ['RATES_OF_OTHER_YEARS a.csv - ()']],
  [
    'a file of the year before, where that counts',
    { 'a.csv': [rate('a.csv', 2, 2017)] },
    [2017],
    ['RATES_UNUSED a.csv 2017 ()'],
  ],
  ['a class that nobody triggers', { 'a.csv': [rate('a.csv', 2, 2018, 'low')] }, [], ['RATES_UNUSED a.csv 2018 ()']],
  [
    'a file whose cell a later file has, too',
    { 'a.csv': [rate('a.csv', 2, 2018)], 'b.csv': [rate('b.csv', 2, 2018)] },
    [],
    ['RATES_UNUSED a.csv 2018 ()'],
  ],
  [
    'a file that is used and holds other years',
    { 'a.csv': [rate('a.csv', 2, 2018), rate('a.csv', 3, 2019)] },
    [],
    ['RATES_ALSO_OF_OTHER_YEARS a.csv 2018, 2019 (2019)'],
  ],
])('%s', (_name, files, otherYears, expected) => {
  expect(told(files, otherYears)).toEqual(expected);
});
