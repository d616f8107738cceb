import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-12-31');
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
const file = join(extract, 'persons.csv');
const [header = '', first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n');
const columns = header.split(',');
const cells = first.split(',');
cells[columns.indexOf('death_date')] = '1901-01-01';
cells[columns.indexOf('address_protection')] = '';
writeFileSync(file, `${[header, cells.join(','), ...rest].join('\n')}\n`);

test('doctor calls them odd, with file and line, in both languages', async () => {
  const english = await cli(work, ['doctor', '--extract', 'extract', '--year', '2018', '--lang', 'en']);
  expect(english.out).toMatch(
    /persons\.csv:2 \(death_date\).*The day of death is before the day of birth\..*\[DEAD_BEFORE_BIRTH/,
  );
  expect(english.out).toContain('Correct the day of death in the source system, or what it contradicts.');
  const bokmal = await cli(work, ['doctor', '--extract', 'extract', '--year', '2018', '--lang', 'nb']);
  expect(bokmal.out).toContain('Dødsdatoen er før fødselsdatoen.');
  expect(bokmal.out).toContain('Rett dødsdatoen i kildesystemet, eller det den strider mot.');
});

test('advice counts them, and run has them among its findings', async () => {
  const register = ['--extract', 'extract', '--year', '2018', '--rates', RATES];
  const advice = await cli(work, ['advice', ...register]);
  expect(advice.out).toContain('with facts that cannot be');
  const run = await cli(work, ['run', ...register, '--term', '4', '--as', 'kari', '--rehearsal', '--out', 'out']);
  expect(run.code).toBe(0);
  const [found = ''] = readFileSync(join(work, 'out', 'findings.csv'), 'utf8')
    .split('\n')
    .filter((row) => row.includes('DEAD_BEFORE_BIRTH'));
  expect(found).toMatch(
    /^error,DEAD_BEFORE_BIRTH,persons\.csv,2,death_date,[0-9a-f]{32},\d{4},Dødsdatoen er før fødselsdatoen\.,/,
  );
});
