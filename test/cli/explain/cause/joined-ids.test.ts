import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationSchema } from '../../../support/explanation-schema';
import { temporaryFolder } from '../../../support/temporary-folder';
import { cli } from '../../support';

/*
 * Two ids of one person: each has a grant in term 1, term 2 reads them as one, term 3 takes that back. What was posted
 * under either of them is corrected, and neither rows nor rules are the cause.
 */

const OLD = '201712345601';
const NEW = '201712345602';
const OTHER = '201712345603';
const SPLIT = '201712345604';

const HEADS = {
  persons: 'person_id,birth_date,country_background,registered_on,address_protection',
  person_ids: 'old_person_id,person_id,changed_on',
  target_group: 'target_group_id,person_id,law,category,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,registered_on',
} as const;

const HOMES: Readonly<Record<string, string>> = { [OLD]: '0301', [NEW]: '1201', [OTHER]: '1103' };

function tables(term: number): Readonly<Record<string, readonly string[]>> {
  const ids = [OLD, NEW, OTHER];
  return {
    persons: ids.map((id) => `${id},1990-05-17,SYR,2017-03-02,`),
    person_ids: term === 2 ? [`${OLD},${NEW},2018-05-01`] : term === 3 ? [`${SPLIT},${OTHER},2018-08-01`] : [],
    target_group: ids.map((id) => `T${id},${id},introduksjonsloven,right_and_duty,2017-03-01,,2017-03-02`),
    residence: ids.map((id) => `${id},${HOMES[id]},registered,2017-03-01,,2017-03-02`),
  };
}

const folder = temporaryFolder();
const ledger = ['--db', join(folder, 'ledger.db'), '--pseudonym-key-file', join(folder, 'pseudonym.key')];
const runs: string[] = [''];

async function runTerm(term: number): Promise<string> {
  const extract = join(folder, `T${term}`);
  mkdirSync(extract);
  const content = tables(term);
  for (const [table, head] of Object.entries(HEADS)) {
    writeFileSync(join(extract, `${table}.csv`), `${[head, ...(content[table] ?? [])].join('\n')}\n`);
  }
  const asOf = ['', '2018-03-31', '2018-06-30', '2018-09-30'][term] ?? '';
  const what = ['--extract', extract, '--year', '2018', '--term', String(term), '--as-of', asOf];
  const left = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((each) => ['--exclude', each]);
  const run = await cli(folder, ['run', ...what, ...left, '--rehearsal', '--as', 'kari', '--json', ...ledger]);
  if (run.code !== 0) throw new Error(run.err);
  const { run_id }: { run_id: string } = JSON.parse(run.out);
  const approval = await cli(folder, ['approve', run_id, '--as', 'ola', ...ledger.slice(0, 2)]);
  if (approval.code !== 0) throw new Error(approval.err);
  return run_id;
}

beforeAll(async () => {
  for (const term of [1, 2, 3]) runs.push(await runTerm(term));
}, 60_000);

interface Told {
  readonly code: string;
  readonly sources: readonly object[];
  readonly steps: readonly Told[];
}

/** Steps of the section on causes of the first line of a person in a term. */
async function causes(term: number, person: string): Promise<readonly Told[]> {
  const run = runs[term] ?? '';
  const rows = readFileSync(join(folder, 'ledger.db.d', 'runs', run, 'payout_lines.csv'), 'utf8').split('\n');
  const line = rows.find((row) => row.includes(`,${person},`))?.split(',')[0] ?? '';
  const { out } = await cli(folder, ['explain', line, '--format', 'json', ...ledger]);
  const sections = explanationSchema.parse(JSON.parse(out)).chapters.flatMap((chapter) => chapter.sections);
  const section: { steps: readonly Told[] } | undefined = sections.find(({ code }) => code === 'SECTION_CAUSE');
  return section?.steps[0]?.steps ?? [];
}

test('where two ids have become one person, that is the cause, and the rows under the other id are not news', async () => {
  const told = await causes(2, NEW);
  expect(told.map(({ code }) => code)).toEqual(['CAUSE_JOINED']);
  expect(told[0]?.sources).toEqual([{ kind: 'extract', file: 'person_ids.csv', line: 0, column: '' }]);
});

test('where an id is no longer the same person, that is the cause, with the earlier extract as its place', async () => {
  const told = await causes(3, NEW);
  expect(told.map(({ code }) => code)[0]).toBe('CAUSE_PARTED');
  expect(told.map(({ code }) => code)).not.toContain('CAUSE_RULES_TOO');
  expect(told[0]?.sources).toEqual([{ kind: 'extract', run: runs[2], file: 'person_ids.csv', line: 0, column: '' }]);
});

test('a person with former ids is told as such, at the file that says so', async () => {
  const { out } = await cli(folder, [
    'explain',
    '--format',
    'full',
    '--person',
    OTHER,
    '--run',
    runs[3] ?? '',
    '--lang',
    'nb',
    ...ledger,
  ]);
  expect(out.replaceAll('\u00a0', ' ')).toContain(
    'Personen har hatt 1 tidligere id. Rader og posteringer der er med. [person_ids.csv]',
  );
});
