import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const LEFT_OUT = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd'];

async function run(term: number): Promise<{ readonly run_id: string; readonly totals: { readonly lines: number } }> {
  const what = ['--extract', join('extracts', `2018-T${term}`), '--year', '2018', '--term', String(term)];
  const { out } = await cli(work, ['run', '--rehearsal', ...what, '--as', 'kari', '--json', ...LEFT_OUT]);
  return JSON.parse(out);
}

/** Words as a reader counts them: an amount with its thousands and its unit is several. */
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

test('an explanation says who gets what, why and whether it is paid, in fewer than 200 words as a rule', async () => {
  await cli(work, ['generate', '--year', '2018', '--persons', '60', '--snapshots', '4', '--out', 'extracts']);
  const { run_id: runId, totals } = await run(1);
  const words: number[] = [];
  for (let line = 1; line <= totals.lines; line += Math.ceil(totals.lines / 8)) {
    const { out } = await cli(work, ['explain', `${runId}-${line}`, '--lang', 'nb']);
    expect(out).toMatch(/^\d{4} .* får [\d\s−]+kr .*tilskudd for 2018 i termin 1 i 2018 \(.*\)\.$/m);
    expect(out).toMatch(/^Kjøringen .* er et utkast i en øvelse, som aldri utbetales\.$/m);
    expect(out).toMatch(/^Regelverk og kilder\n {2}\S.* \(S\d+\)[^;]*;\s+regelboken\s[\d.,\s]+\.\n/m);
    expect(out).not.toMatch(/\[.*\.csv/);
    words.push(wordsIn(out));
  }
  await cli(work, ['approve', runId, '--as', 'ola']);
  await run(2);
  const persons = readFileSync(join(work, 'extracts', '2018-T2', 'persons.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const ofPersons: number[] = [];
  for (const row of persons.filter((_, place) => place % 7 === 0)) {
    const { out } = await cli(work, ['explain', '--person', row.slice(0, 12), '--lang', 'en']);
    ofPersons.push(wordsIn(out));
  }
  expect(median(words)).toBeLessThan(200);
  expect(median(ofPersons)).toBeLessThan(200);
});

test('conditions without a name stand as they are, and are not counted from nothing to nothing', async () => {
  const rates = ['key,grant_year,rate_class,value,status,source,note'].concat(
    ['asylnorsk', 'kulturtilskudd'].map((key) => `${key},2018,single,18300,assumed,made up,`),
  );
  writeFileSync(join(work, 'rates.csv'), `${rates.join('\n')}\n`);
  await cli(work, ['generate', '--year', '2018', '--persons', '300', '--out', 'more']);
  const what = ['run', '--rehearsal', '--extract', join('more', '2018-T4'), '--year', '2018', '--term', '4'];
  const of = ['--as', 'kari', '--rates', 'rates.csv', '--db', 'asylum.db'];
  const { run_id: runId } = JSON.parse((await cli(work, [...what, ...of, '--json'])).out);
  const { out } = await cli(work, ['explain', `${runId}-1`, '--as', 'kari', '--db', 'asylum.db']);
  expect(out).toContain('The row is of an asylum seeker.');
  expect(out).not.toContain('The conditions');
});
