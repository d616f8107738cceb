import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

const folder = temporaryFolder();
const LEDGER = ['--db', join(folder, 'ledger.db')];
const RATES = ['--rates', join(__dirname, '../../../fixtures/demo-rates-2018.csv')];

const sound = madeExtract(join(folder, 'sound'), '2018-03-31', { personer: '2' });
const [, first = ''] = readFileSync(join(sound, 'persons.csv'), 'utf8').split('\n');
const PERSON = first.slice(0, 12);
/** One cell of the person cannot be read. */
const odd = madeExtract(join(folder, 'odd'), '2018-06-30', { personer: '2' }, (table, lines) =>
  table === 'target_group'
    ? lines.map((line) => (line.includes(PERSON) ? line.replace('2018-02-01', '2018-02-31') : line))
    : lines,
);

async function run(extract: string, term: number, ledger: readonly string[]): Promise<string> {
  const what = ['run', '--extract', extract, '--year', '2018', '--term', String(term), ...RATES];
  const ran = await cli(folder, [...what, '--reject-limit', '60', '--rehearsal', '--as', 'kari', '--json', ...ledger]);
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out).run_id;
}
const explain = async (runId: string, lang: string, ledger: readonly string[]) =>
  (await cli(folder, ['explain', '--format', 'full', '--person', PERSON, '--run', runId, '--lang', lang, ...ledger]))
    .out;

test('somebody with a rejected row and nothing posted is told which row, where and why', async () => {
  const told = await explain(await run(odd, 2, LEDGER), 'en', LEDGER);
  expect(told).toContain('At least one row of the person could not be read. Nothing is paid or taken back');
  expect(told).toMatch(
    /The column “permit_granted_on” breaks the rule DATE_IMPOSSIBLE\.\s+\[target_group\.csv:\d+:permit_granted_on\]/,
  );
  expect(told).not.toContain('is not in the extract');
});

test('and so is somebody who has been paid before', async () => {
  const paid = ['--db', join(folder, 'paid.db')];
  const t1 = await run(sound, 1, paid);
  expect((await cli(folder, ['approve', t1, '--as', 'ola', ...paid])).code).toBe(0);
  const told = await explain(await run(odd, 2, paid), 'nb', paid);
  expect(told).toContain('Minst én rad om personen kunne ikke leses.');
  expect(told).toMatch(
    /Kolonnen «permit_granted_on» følger ikke regelen DATE_IMPOSSIBLE\.\s+\[target_group\.csv:\d+:permit_granted_on\]/,
  );
});
