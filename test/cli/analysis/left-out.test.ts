import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

/* Every answer says whom it leaves out, and why; advice counts persons once and knows which code is meant. */

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const EXTRACT = join(work, 'extracts/2018-T4');
const flags = ['--extract', EXTRACT, '--year', '2018', '--reject-limit', '50'];
const sized = [...flags, '--rates', RATES];

/** Persons by place in persons.csv, whose first four are changed below. */
let persons: string[][] = [];

beforeAll(async () => {
  const made = '--persons 150 --year 2018 --seed 5 --snapshots 1 --errors 0 --out extracts';
  expect((await cli(work, ['generate', ...made.split(' ')])).code).toBe(0);
  const path = join(EXTRACT, 'persons.csv');
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const place = (name: string): number => head.split(',').indexOf(name);
  persons = rows.map((row) => row.split(','));
  const change = (row: number, column: string, value: string): void => {
    const cells = persons[row];
    if (cells !== undefined) cells[place(column)] = value;
  };
  change(0, 'birth_date', 'no day');
  change(1, 'registered_on', '2019-02-01');
  for (const row of [2, 3]) change(row, 'country_background', 'XXA');
  writeFileSync(path, `${[head, ...persons.map((cells) => cells.join(','))].join('\n')}\n`);
});

interface Answer {
  readonly left_out: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
}

async function asked(argv: readonly string[]): Promise<Answer & Readonly<Record<string, unknown>>> {
  const { code, out, err } = await cli(work, [...argv, '--as-of', '2018-12-31', '--json']);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

test.each([
  ['size', sized],
  ['hours', flags],
  ['statistics', flags],
  ['rate-model', [...sized, '--coverage', '70', '--index', '3.1']],
  ['impact', sized],
  ['advice', sized],
])('%s says whom it leaves out', async (command, argv) => {
  const { left_out: leftOut } = await asked([command, ...argv]);
  expect(leftOut).toMatchObject({ rejected_persons: 1, later_persons: 1 });
});

test('a scenario and a size count whose country is unknown', async () => {
  const size = await asked(['size', ...sized]);
  const { scenarios } = (await asked(['scenario', '--set', 'persontilskudd=+1%', ...sized])) as unknown as {
    scenarios: Answer[];
  };
  expect(scenarios[0]?.left_out).toEqual(size.left_out);
  expect(size.left_out.unknown_country_persons).toBe(size.unknown_country_persons);
  const text = await cli(work, ['size', ...sized, '--as-of', '2018-12-31', '--lang', 'nb']);
  expect(text.out).toContain('Utelatt:\n');
  expect(text.out).toContain('1 person uten noen personrad igjen');
  expect(text.out).toContain('1 person registrert etter skjæringsdatoen');
});

test('candidate rates leave out whose country is unknown, as the size does', async () => {
  const size = await asked(['size', ...sized]);
  const model = await asked(['rate-model', ...sized, '--coverage', '70', '--index', '3.1']);
  expect(model.left_out).toEqual(size.left_out);
});

test('persons of a size are distinct: whoever has two grants, or two recipients, counts once', async () => {
  const { persons: all, cells } = (await asked(['size', ...sized])) as unknown as {
    persons: number;
    cells: { persons: number; persons_at_recipients: number }[];
  };
  const [distinct, atRecipients] = [
    cells.reduce((sum, cell) => sum + cell.persons, 0),
    cells.reduce((sum, cell) => sum + cell.persons_at_recipients, 0),
  ];
  expect(all).toBeLessThan(distinct);
  expect(distinct).toBeLessThan(atRecipients);
});

test('advice counts a person once, whatever the number of faults and amounts', async () => {
  const { advice, persons: all } = (await asked(['advice', ...sized])) as unknown as {
    advice: { persons: number }[];
    persons: number;
  };
  expect(all).toBeGreaterThan(0);
  expect(all).toBeLessThanOrEqual(advice.reduce((sum, one) => sum + one.persons, 0));
  expect(all).toBeLessThanOrEqual(persons.length);
});

test.each([
  ['4601', 0, 'ADVICE_CODE_MEANT', '1201 Bergen'],
  ['0706', 0, 'ADVICE_CODE_MEANT', '0710 Sandefjord'],
  ['1202', 2, 'ADVICE_CODE_UNKNOWN', '1201'],
])('advice for %s answers with the code that is meant', async (code, exit, told, meant) => {
  const { code: ended, out, err } = await cli(work, ['advice', ...sized, '--recipient', code, '--lang', 'en']);
  expect([ended, err]).toEqual([exit, expect.stringContaining(told)]);
  expect(err).toContain(meant);
  if (exit === 0) expect(out).toContain(meant);
});
