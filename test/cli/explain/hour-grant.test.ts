import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const PERSON = '200312345601';
const folder = temporaryFolder();
const ledger = ['--db', join(folder, 'ledger.db'), '--pseudonym-key-file', join(folder, 'pseudonym.key')];

const FILES: Readonly<Record<string, readonly string[]>> = {
  persons: [
    'person_id,birth_date,country_background,registered_on,address_protection',
    `${PERSON},1970-01-01,SYR,2003-06-01,`,
  ],
  target_group: ['target_group_id,person_id,law,category,entered_on,left_on,registered_on'],
  decisions: ['decision_id,person_id,kommune,kind,outcome,decided_on,registered_on'],
  residence: ['person_id,kommune,kind,from_date,to_date,registered_on'],
  teaching_hours: ['kommune,month,teaching_hours', '0301,2004-01,10', '0301,2004-05,2'],
};

/** Runs and posts a term of 2004; the row of March is corrected and that of February gone from term 2 on. */
async function runTerm(term: number): Promise<string> {
  const extract = join(folder, `T${term}`);
  mkdirSync(extract);
  const hours = [
    'hours_id,person_id,kommune,month,category,hours,registered_on',
    ...(term === 1 ? [`H1,${PERSON},0301,2004-02,norwegian,20.5,2004-03-01`] : []),
    `H2,${PERSON},0301,2004-03,norwegian,${term === 1 ? '40' : '30'},2004-03-31`,
  ];
  for (const [name, rows] of Object.entries({ ...FILES, hours })) {
    writeFileSync(join(extract, `${name}.csv`), `${rows.join('\n')}\n`);
  }
  const asOf = term === 1 ? '2004-03-31' : '2004-06-30';
  const what = ['--extract', extract, '--year', '2004', '--term', String(term), '--as-of', asOf];
  const run = await cli(folder, ['run', ...what, '--rehearsal', '--as', 'kari', '--json', ...ledger]);
  if (run.code !== 0) throw new Error(run.err);
  const { run_id }: { run_id: string } = JSON.parse(run.out);
  const approval = await cli(folder, ['approve', run_id, '--as', 'ola', ...ledger.slice(0, 2)]);
  if (approval.code !== 0) throw new Error(approval.err);
  return run_id;
}

test('the hour grant is told month by month, and what of earlier months has changed', async () => {
  await runTerm(1);
  const run = await runTerm(2);
  const rows = readFileSync(join(folder, 'ledger.db.d', 'runs', run, 'payout_lines.csv'), 'utf8').split('\n');
  const { out } = await cli(folder, [
    'explain',
    '--format',
    'full',
    rows[1]?.split(',')[0] ?? '',
    '--lang',
    'en',
    ...ledger,
  ]);
  const text = out.replaceAll('\u00a0', ' ').replace(/\n\s+/g, ' ');
  expect(text).toContain(
    '12 teaching hours and 30 participant hours are registered. [Ot.prp. nr. 50 (2003–2004), kapittel 12 (S33), rulebook 5.3] 2004-01: 10 teaching hours (1 row) and 0 participant hours (0 rows) [teaching_hours.csv; hours.csv]',
  );
  expect(text).toContain(
    '2004-02: The participant hours were 20.50 (1 row) and are now 0 (0 rows). [hours.csv] 2004-03: The participant hours were 40 (1 row) and are now 30 (1 row). [hours.csv] The months of term 2 have been added.',
  );
});
