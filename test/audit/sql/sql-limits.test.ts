import { join } from 'node:path';
import { change, command, copyTree } from '../verify/two-terms';
import { type MadeYear, makeYear } from './made-year';

let made: MadeYear;
beforeAll(async () => {
  made = await makeYear({ year: 2018, seed: 5, persons: 20, terms: 1, errors: 0 });
}, 60_000);

/** What `verify --sql` says of a copy in which a file has been changed. */
async function told(file: string, edit: (text: string) => string): Promise<string> {
  const copy = join(made.work, `copy-${file}`);
  copyTree(made.folders[0] ?? '', copy);
  change(copy, file, edit);
  return (await command(made.work, 'verify', copy, '--db', 'ledger.db', '--sql')).out;
}

test('another answer to an assumption than SQL can follow is refused by name, and nothing is compared', async () => {
  const out = await told('parameters.csv', (text) =>
    text.replace('assumption,A15,,,"3, 1"', 'assumption,A15,,,always_first'),
  );
  expect(out).toContain('answers A15 with \\"always_first\\". SQL can only follow third_then_first, 3, 1');
  expect(out).not.toContain('VERIFY_SQL_DIFFERS');
});

test('another limit than SQL has is refused by name', async () => {
  const out = await told('parameters.csv', (text) => text.replace(',,1-3:low 4-150:high,', ',,1-5:low 6-150:high,'));
  expect(out).toContain('grunntilskudd.steps');
  expect(out).toContain('1-5:low 6-150:high');
  expect(out).not.toContain('VERIFY_SQL_DIFFERS');
});

test('a rule module of later law is refused by name', async () => {
  const out = await told('manifest.json', (text) => text.replace('persontilskudd@2016', 'persontilskudd@2028'));
  expect(out).toContain('rests on persontilskudd@2028, which SQL does not know');
  expect(out).not.toContain('VERIFY_SQL_DIFFERS');
});

test('a component that the manifest leaves out, or has too much, is told', async () => {
  const out = await told('manifest.json', (text) =>
    text.replace(
      '"component": "persontilskudd",\n      "grant_year": 2018,\n      "module"',
      '"component": "persontilskudd",\n      "grant_year": 2017,\n      "module"',
    ),
  );
  expect(out).toContain('SQL works out persontilskudd of 2018 in this run');
  expect(out).toContain('The manifest says that persontilskudd of 2017 was computed');
});
