import { join } from 'node:path';
import { change, command, copyTree, reseal } from '../verify/two-terms';
import { type MadeYear, makeYear } from './made-year';

const made = (year: number, seed: number): Promise<MadeYear> =>
  makeYear({ year, seed, persons: 60, terms: 2, errors: 0.3 });

test.each([
  [2018, 1],
  [2024, 2],
])(
  'SQL and engine agree for %i, with errors in the register',
  async (year, seed) => {
    const { work, folders } = await made(year, seed);
    const { code, out, err } = await command(work, 'verify', ...folders, '--db', 'ledger.db', '--sql');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).sql.compared).toBeGreaterThan(60);
  },
  60_000,
);

test('SQL tells of every line that it has otherwise', async () => {
  const { work, folders } = await made(2018, 3);
  const copy = join(work, 'copy');
  copyTree(folders[0] ?? '', copy);
  change(copy, 'payout_lines.csv', (text) =>
    text.replace(/\n[^\n]*\n/, '\n').replace(/,(\d+),regular/, ',1$1,regular'),
  );
  reseal(copy);
  const { code, out } = await command(work, 'verify', copy, '--db', 'ledger.db', '--sql');
  expect(code).toBe(5);
  const told = [...out.matchAll(/"code":"VERIFY_SQL_DIFFERS","message":"([^"]*)"/g)].map((match) => match[1]);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^persontilskudd 2018, [0-9a-f]{32}, \d{4}: SQL gives [\d\s]+kr, the run -\.$/);
  expect(told[1]).toMatch(/: SQL gives ([\d\s]+)kr, the run [\d\s]+kr\.$/);
}, 60_000);

test('SQL tells of a payout code or a yearly amount that it has otherwise', async () => {
  const { work, folders } = await made(2018, 3);
  const reportedOf = async (name: string, edit: (text: string) => string): Promise<(string | undefined)[]> => {
    const copy = join(work, name);
    copyTree(folders[0] ?? '', copy);
    change(copy, 'payout_lines.csv', edit);
    reseal(copy);
    const { code, out } = await command(work, 'verify', copy, '--db', 'ledger.db', '--sql');
    expect(code).toBe(5);
    return [...out.matchAll(/"code":"VERIFY_SQL_COLUMN","message":"([^"]*)"/g)].map((match) => match[1]);
  };
  const codes = await reportedOf('codes', (text) => text.replace(',P-AR2-H,', ',P-AR3-H,'));
  expect(codes).toEqual([expect.stringMatching(/: code is P-AR2-H by SQL, P-AR3-H in the run\.$/)]);
  const annual = await reportedOf('annual', (text) => text.replace(/,P-AR2-H(,\d+,\d+,\d+,\d+),/, ',P-AR2-H$11,'));
  expect(annual).toEqual([expect.stringMatching(/: annual_amount is (\d+) by SQL, (?:\1)1 in the run\.$/)]);
}, 60_000);
