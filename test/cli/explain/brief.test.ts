import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const LEFT_OUT = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd'];

test('in brief an explanation says who gets what, why and whether it is paid, in fewer than 200 words as a rule', async () => {
  await cli(work, ['generate', '--year', '2018', '--persons', '60', '--out', 'extracts']);
  const extract = join('extracts', '2018-T4');
  const what = ['run', '--rehearsal', '--extract', extract, '--year', '2018', '--term', '4', '--as', 'kari', '--json'];
  const { run_id: runId, totals } = JSON.parse((await cli(work, [...what, ...LEFT_OUT])).out);
  const words: number[] = [];
  for (let line = 1; line <= totals.lines; line += Math.ceil(totals.lines / 8)) {
    const { out } = await cli(work, ['explain', `${runId}-${line}`, '--format', 'brief', '--lang', 'nb']);
    expect(out).toMatch(/^\d{4} .* får [\d\s−]+kr .*tilskudd for 2018 i termin 4 i 2018 \(.*\)\.$/m);
    expect(out).toMatch(/^Kjøringen .* er et utkast i en øvelse, som aldri betales\.$/m);
    expect(out).not.toMatch(/\[.*\.csv/);
    words.push(out.split(/[ \n]+/).length); // An amount with its thousands is one word.
  }
  const median = words.sort((a, b) => a - b)[Math.floor(words.length / 2)];
  expect(median).toBeLessThan(200);
});

test('conditions without a name stand as they are in brief, and are not counted from nothing to nothing', async () => {
  const rates = ['key,grant_year,rate_class,value,status,source,note'].concat(
    ['asylnorsk', 'kulturtilskudd'].map((key) => `${key},2018,single,18300,assumed,made up,`),
  );
  writeFileSync(join(work, 'rates.csv'), `${rates.join('\n')}\n`);
  await cli(work, ['generate', '--year', '2018', '--persons', '300', '--out', 'more']);
  const what = ['run', '--rehearsal', '--extract', join('more', '2018-T4'), '--year', '2018', '--term', '4'];
  const of = ['--as', 'kari', '--rates', 'rates.csv', '--db', 'asylum.db'];
  const { run_id: runId } = JSON.parse((await cli(work, [...what, ...of, '--json'])).out);
  const { out } = await cli(work, ['explain', `${runId}-1`, '--format', 'brief', '--as', 'kari', '--db', 'asylum.db']);
  expect(out).toContain('The row is of an asylum seeker.');
  expect(out).not.toContain('The conditions');
});
