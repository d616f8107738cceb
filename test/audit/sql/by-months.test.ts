import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../verify/two-terms';
import { byMonthsProgram, faultsOf, ONLY_THE_TABLE, PROGRAM } from './by-months-program';
import { makeYear } from './made-year';

/** Folder of the program: one that answers A10 with by_months, and the shipped one. */
let mockProgram = PROGRAM;
jest.mock('../../../src/app/program-files', () => ({
  ...jest.requireActual<object>('../../../src/app/program-files'),
  programFolder: () => mockProgram,
}));

/** What is due to recipients that share a person's persontilskudd. */
function sharedDue(folder: string): string {
  const [header = '', ...rows] = readFileSync(join(folder, 'payout_lines.csv'), 'utf8').trimEnd().split('\n');
  const place = (name: string): number => header.split(',').indexOf(name);
  return rows
    .map((row) => row.split(','))
    .filter((row) => row[place('component')] === 'persontilskudd')
    .filter((row) => isShare(row[place('share_numerator')], row[place('share_denominator')]))
    .map((row) => `${row[place('person_ref')]} ${row[place('basis_recipient_id')]} ${row[place('cumulative_due')]}`)
    .join('\n');
}

function isShare(numerator = '', denominator = ''): boolean {
  return Number(numerator) > 0 && numerator !== denominator;
}

test('under A10 by_months SQL and engine agree, and the split is another than by days', async () => {
  const options = { year: 2018, seed: 21, persons: 100, terms: 2, errors: 0.2 };
  mockProgram = byMonthsProgram();
  const made = await makeYear(options);
  const { code, err } = await command(made.work, 'verify', ...made.folders, '--db', 'ledger.db', '--sql');
  expect([code, faultsOf(err)]).toEqual(ONLY_THE_TABLE);
  mockProgram = PROGRAM;
  const byDays = (await makeYear(options)).folders.map(sharedDue);
  const byMonths = made.folders.map(sharedDue);
  expect(byMonths.join('')).not.toBe('');
  expect(byMonths).not.toEqual(byDays);
}, 90_000);
