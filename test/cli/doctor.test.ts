import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();

beforeAll(async () => {
  const argv = [
    'generate',
    '--persons',
    '300',
    '--year',
    '2018',
    '--seed',
    '5',
    '--errors',
    '0.1',
    '--out',
    'extracts',
  ];
  expect(await cli(folder, argv)).toMatchObject({ code: 0 });
});

test('one page says what is in an extract, what cannot be read and what is odd', async () => {
  const { code, out } = await cli(folder, ['doctor', '--extract', 'extracts/2018-T4']);
  expect(code).toBe(3);
  const headings = out.split('\n').filter((line) => /^(Extract|Cannot|Odd)/.test(line));
  expect(headings).toEqual([
    'Extract taken 2018-12-31: made-up register, seed 5: no real persons',
    'Cannot be read',
    'Odd (grant year 2018, as of 2018-12-31)',
  ]);
  const names = ['Persons', 'Entered', 'Law', 'Category', 'Decisions', 'Residence', 'Hours', 'Registered'];
  for (const name of names) expect(out).toMatch(new RegExp(`^${name} +\\S`, 'm'));
  expect(out).not.toMatch(/\d{11}/);
  expect(existsSync(join(folder, 'norsktilskudd.db'))).toBe(false);
});

test('the same in bokmål and for programs', async () => {
  const { out: nb } = await cli(folder, ['doctor', '--extract', 'extracts/2018-T4', '--lang', 'nb']);
  expect(nb).toContain('Kan ikke leses\n');
  expect(nb).toContain('Bør følges opp (tilskuddsår 2018, per 31.12.2018)\n');
  const { out: json, code } = await cli(folder, [
    'doctor',
    '--extract',
    'extracts/2018-T4',
    '--year',
    '2017',
    '--json',
  ]);
  expect(code).toBe(3);
  expect(JSON.parse(json)).toMatchObject({
    readable: true,
    grant_year: 2017,
    as_of: '2017-12-31',
    files: expect.arrayContaining([expect.objectContaining({ table: 'hours', file: 'hours.csv' })]),
    content: { persons: expect.any(Number), decisions: { 'norwegian_and_social_studies/granted': expect.any(Number) } },
  });
});

const FIXTURES = join(__dirname, '..', '..', 'fixtures', 'broken');

test('nothing odd is said of an extract in order, but what its persons lack', async () => {
  const { code, out } = await cli(FIXTURES, ['doctor', '--extract', 'nothing-wrong/extract']);
  expect({ code, out }).toMatchInlineSnapshot(`
{
  "code": 0,
  "out": "Extract taken 2018-12-31: made-up

file              rows  rejected  encoding
persons.csv          3         0  utf-8
target_group.csv     3         0  utf-8
decisions.csv        2         0  utf-8
residence.csv        3         0  utf-8
hours.csv            2         0  utf-8

Persons     3
Entered     2018: 3
Law         introduksjonsloven 3
Category    right and duty 2, right 1
Decisions   training in Norwegian and social studies, granted 2
Residence   3 kommune numbers, 0 rows of reception centres
Hours       2018: 2 rows, 53 hours
Registered  2018-01-10 - 2018-04-03

Odd (grant year 2018, as of 2018-12-31)
- Warning: target_group.csv:4 (entered_on): The person would trigger persontilskudd for 2018, but has no standing decision on training. [DECISION_MISSING]
  What to do: The kommune must register the decision in NIR. The grant follows in the first term after it is registered.
Next: norsktilskudd init --year 2018 --as NAME
",
}
`);
});

test('a whole file at fault is all that can be told', async () => {
  const { code, out } = await cli(FIXTURES, ['doctor', '--extract', 'missing-file/extract']);
  expect({ code, out }).toMatchInlineSnapshot(`
{
  "code": 3,
  "out": "Cannot be read
- residence.csv: expected the file residence.csv (or bosted.csv) [FILE_MISSING]
  What to do: Put the file into the folder of the extract. An empty table is a file with a header only.

Odd
- Error: persons.csv:1 (address_protection): The file of persons has no column of address protection. So everybody counts as protected in all that is shown. [PROTECTION_COLUMN_MISSING]
  What to do: Ask for an extract with the column address_protection (adressebeskyttelse), or say with --columns what the file calls it.
",
}
`);
});

test('in bokmål codes of the register are told in words', async () => {
  const { out } = await cli(FIXTURES, ['doctor', '--extract', 'nothing-wrong/extract', '--lang', 'nb']);
  expect(out).toMatch(/^Kategori +rett og plikt 2, rett 1$/m);
  expect(out).toMatch(/^Vedtak +opplæring i norsk og samfunnskunnskap, innvilget 2$/m);
});
