import { byMonthsProgram, faultsOf, ONLY_THE_TABLE } from '../audit/sql/by-months-program';
import { makeYear } from '../audit/sql/made-year';
import { command } from '../audit/verify/two-terms';

/** First seed and number of registers, so that a run can look elsewhere: SQL_SEED=5000 SQL_SEEDS=20. */
const SEED = Number(process.env.SQL_SEED ?? '1');
const SEEDS = Number(process.env.SQL_SEEDS ?? '24');
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];

let mockProgram = '';
jest.mock('../../src/app/program-files', () => ({
  ...jest.requireActual<object>('../../src/app/program-files'),
  programFolder: () => mockProgram,
}));
beforeAll(() => {
  mockProgram = byMonthsProgram();
});

const cases = Array.from({ length: SEEDS }, (_, place) => ({
  seed: SEED + place,
  year: YEARS[place % YEARS.length] ?? 2018,
}));

test.each(cases)('seed $seed, $year: under A10 by_months engine and SQL agree', async ({ seed, year }) => {
  const made = await makeYear({ year, seed, persons: 80, terms: 4, errors: 0.4 });
  const { code, err } = await command(made.work, 'verify', ...made.folders, '--db', 'ledger.db', '--sql');
  expect([code, faultsOf(err)]).toEqual(ONLY_THE_TABLE);
});
