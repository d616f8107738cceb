import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addMadeUpRules, build, caller, copiedProject, writeExtract } from '../rules/support/made-up-project';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * What a made-up component comes to beyond the calculation: letters, pages, sums of a year and what is foreseen, with no
 * other file touched than its own and its rows.
 */

jest.setTimeout(600_000);

const EXCLUDED = ['--exclude', 'grunntilskudd'];
const RUN = z.looseObject({ run_id: z.string() });
const root = copiedProject();
const work = temporaryFolder();
const call = caller(root, work);
const folder = (end: string): string => join(work, 'norsktilskudd.db.d', 'runs', end);
let runId = '';

beforeAll(() => {
  writeExtract(join(work, 'extract'));
  addMadeUpRules(root);
  build(root);
  call('rules', 'lock');
  build(root);
  call('init', '--rehearsal', '--as', 'kari');
  const of = ['--extract', 'extract', '--year', '2027', '--term', '1'];
  runId = RUN.parse(JSON.parse(call('run', ...of, '--as', 'kari', '--json', ...EXCLUDED))).run_id;
  call('approve', runId, '--as', 'ola');
});

test('letters and pages have its names', () => {
  call('letters', 'write', runId, '--as', 'kari', '--date', '2027-04-10');
  const letters = join(folder(`${runId}.letters`), 'confidential');
  expect(readFileSync(join(letters, '0301.html'), 'utf8')).toContain('Botilskudd til nybosatte – BOLIG');
  call('report', runId, '--as', 'kari', '--out', 'pages');
  const pages = join(work, 'pages', 'report');
  expect(readFileSync(join(pages, 'data', 'recipient-components-nb.csv'), 'utf8')).toContain('otilskudd til nybosatte');
  expect(readdirSync(join(pages, 'rules'))).toEqual(
    expect.arrayContaining(['botilskudd-2027.html', 'botilskudd.permit_from.html']),
  );
});

test('it is paid in a group of its own, and stands in the sums of the year', () => {
  expect(call('explain', '--recipient', '0301', '--as', 'kari', '--lang', 'nb')).toContain(
    'Alle linjer til 0301 Oslo i gruppen botilskudd til nybosatte er til sammen 5 000 kr.',
  );
  expect(call('year-end', '2027', '--lang', 'nb')).toMatch(/botilskudd +18 002 kr +6 000 kr +12 002 kr/);
  expect(call('reconcile', runId)).toContain('56 500 kr');
});

test('it is foreseen', () => {
  const others = ['asylnorsk', 'samfunnskunnskap_mottak', 'utvidet43g', 'persontilskudd37d'];
  const left = [...EXCLUDED, ...others.flatMap((name) => ['--exclude', name])];
  const foreseen = call('forecast', '2027..2028', '--extract', 'extract', ...left, '--json');
  expect(foreseen).toContain('"component":"botilskudd"');
  expect(call('size', '--extract', 'extract', '--year', '2027', '--forecast', ...EXCLUDED)).toMatch(
    /housing grant +single +2 +2 +4 +8 +9 001 kr/,
  );
});
