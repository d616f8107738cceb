import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();

async function must(argv: readonly string[]): Promise<string> {
  const answer = await cli(work, argv);
  expect([answer.code, answer.err]).toEqual([0, expect.anything()]);
  const { run_id: runId }: { run_id: string } = JSON.parse(answer.out);
  return runId;
}

/** Findings of a run folder with a code, without what to do. */
function findingsOf(out: string, code: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'findings.csv'), 'utf8'), { columns: true });
  return rows
    .filter((row) => row.code === code)
    .map(({ severity = '', kommune = '', message = '' }) => ({
      severity,
      kommune,
      message: message.replaceAll('\u00a0', ' '),
    }));
}

test('a step of grunntilskudd that a held person would change is an error of its kommune', async () => {
  const cells = { personer: '4', personkrets: 'rett_og_plikt introduksjonsloven 2017-02-01', opphold: '1103' };
  const extract = madeExtract(join(work, 'step'), '2018-12-31', cells, (table, lines) =>
    table === 'decisions' ? lines.map((line, place) => (place === 0 ? line.replace('innvilget', 'ja') : line)) : lines,
  );
  const out = join(work, 'step-run');
  const flags = ['--year', '2018', '--term', '3', '--reject-limit', '25', '--rehearsal', '--as', 'kari', '--json'];
  await must(['run', '--extract', extract, ...flags, '--db', join(work, 'step.db'), '--out', out]);
  expect(findingsOf(out, 'GRUNNTILSKUDD_STEP_UNCERTAIN')).toEqual([
    {
      severity: 'error',
      kommune: '1103',
      message:
        '1103: 3 personer er talt, og 1 er holdt tilbake. Trinnet i grunntilskuddet ville endres om de ble talt med.',
    },
  ]);
});

test.each([
  [2, 'warning'],
  [4, 'error'],
])('in term %i a difference of a kommune under a split code is held, with %s', async (term, severity) => {
  const db = join(work, `split-${term}.db`);
  const postings = join(work, 'postings.csv');
  writeFileSync(
    postings,
    'grant_year,component,person_id,recipient_id,amount,code\n2024,grunntilskudd,,1507,694600,Grunntilskudd-H\n',
  );
  const opening = ['open-ledger', '--postings', postings, '--rehearsal', '--as', 'kari', '--db', db, '--json'];
  expect((await cli(work, ['approve', await must(opening), '--as', 'ola', '--db', db])).code).toBe(0);
  const extract = madeExtract(join(work, 'split'), '2024-12-31', { personer: '0' });
  const out = join(work, `split-run-${term}`);
  const flags = ['--year', '2024', '--term', String(term), '--rehearsal', '--as', 'kari', '--json'];
  await must(['run', '--extract', extract, ...flags, '--db', db, '--out', out]);
  expect(readFileSync(join(out, 'held.csv'), 'utf8').split('\n')[1]).toBe(
    '2024,grunntilskudd,,0,-694600,difference_no_unique_successor',
  );
  expect(findingsOf(out, 'DIFFERENCE_WITHOUT_SUCCESSOR')).toEqual([
    {
      severity,
      kommune: '1507',
      message:
        'En differanse på −694 600 kr for grunntilskudd 2024 gjelder 1507, som er delt. Den er ikke bokført og kommer igjen ved neste kjøring.',
    },
  ]);
});

test('an empty permit date is shown where it was asked for', async () => {
  const cells = {
    personkrets: 'rett_og_plikt introduksjonsloven 2018-01-15, rett_og_plikt integreringsloven 2018-02-01',
    vedtak: '',
    opphold: '0301',
  };
  const extract = madeExtract(join(work, 'permit'), '2018-12-31', cells, (table, lines) =>
    table === 'target_group' ? lines.map((line) => line.replace(/,\d{4}-\d\d-\d\d,(2018)/, ',,$1')) : lines,
  );
  const out = join(work, 'permit-run');
  const flags = ['--year', '2018', '--term', '4', '--rehearsal', '--as', 'kari', '--json'];
  await must(['run', '--extract', extract, ...flags, '--db', join(work, 'permit.db'), '--out', out]);
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'findings.csv'), 'utf8'), { columns: true });
  const places = rows
    .filter(({ code }) => code === 'PERMIT_DATE_MISSING')
    .map(({ file, line, column }) => ({ file, line, column }));
  expect(places).toEqual([{ file: 'target_group.csv', line: '3', column: 'permit_granted_on' }]);
});
