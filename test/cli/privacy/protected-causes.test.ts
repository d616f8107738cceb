import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { done, type MadePerson, runTerm, writeExtract } from './support/small-register';

const PERSON = '201712345601';
const FORMER = '201712345602';
const others = ['201712345603', '201712345604'].map((id): MadePerson => ({ id, homes: [['1103', '2017-03-01']] }));
const AS = ['--as', 'kari'];

/** Everything that is told of a person, or of a line, in both languages and for programs. */
async function told(cwd: string, ...what: string[]): Promise<string> {
  const texts: string[] = [];
  for (const how of [['--lang', 'nb'], ['--lang', 'en'], ['--json'], ['--why-not', '--lang', 'en']]) {
    const { code, out, err } = await cli(cwd, ['explain', ...what, '--db', 'l.db', ...AS, ...how]);
    if (code === 0 || !how.includes('--why-not')) expect({ code, err }).toMatchObject({ code: 0 });
    texts.push(out, err);
  }
  return texts.join('\n');
}

test('a protected person from whom all is taken back: nothing says that a row is gone, for few recipients pay back', async () => {
  const cwd = temporaryFolder();
  const hidden: MadePerson = { id: PERSON, protection: 'strictly_confidential', homes: [['1103', '2017-03-01']] };
  const first = await runTerm(cwd, writeExtract(join(cwd, 'e1'), [hidden, ...others], { takenAt: '2018-03-31' }), 1);
  await done(cwd, 'approve', first.runId, '--as', 'ola', '--db', 'l.db');
  // The register says now that the person has never lived anywhere.
  const gone = writeExtract(join(cwd, 'e2'), [{ ...hidden, homes: [] }, ...others], { takenAt: '2018-06-30' });
  const second = await runTerm(cwd, gone, 2);
  const lines = readFileSync(join(second.out, 'payout_lines.csv'), 'utf8').split('\n');
  const [lineId = ''] = lines.find((line) => line.includes(PERSON))?.split(',') ?? [];
  expect(lines.find((line) => line.startsWith(lineId))).toContain(',correction,');
  for (const what of [['--person', PERSON, '--run', second.runId], [lineId]]) {
    const text = await told(cwd, ...what);
    expect(text).toMatch(/protected address/);
    expect(text).not.toMatch(/A row is gone|En rad er borte|CAUSE_|residence\.csv|1103|Stavanger/);
  }
}, 60_000);

test('a correction of many recipients is told with its cause, without places', async () => {
  const cwd = temporaryFolder();
  const people = ['1103', '4601', '5001', '1804', '3005'].map((kommune, place): MadePerson => {
    const id = `20171234570${place}`;
    return { id, protection: place === 0 ? 'confidential' : '', homes: [[kommune, '2017-03-01']] };
  });
  const first = await runTerm(cwd, writeExtract(join(cwd, 'e1'), people, { takenAt: '2018-03-31' }), 1);
  await done(cwd, 'approve', first.runId, '--as', 'ola', '--db', 'l.db');
  const none = people.map((person) => ({ ...person, homes: [] }));
  const second = await runTerm(cwd, writeExtract(join(cwd, 'e2'), none, { takenAt: '2018-06-30' }), 2);
  const text = await told(cwd, '--person', '201712345700', '--run', second.runId);
  expect(text).toContain('A row is gone');
  expect(text).not.toMatch(/1103|Stavanger/);
}, 60_000);

test.each<readonly [string, (persons: string) => string, boolean]>([
  ['read whole, it protects', (persons) => persons, true],
  [
    'rejected, nobody knows what it says',
    (persons) => persons.replace(`${FORMER},1990-05-17`, `${FORMER},1990-15-17`),
    true,
  ],
  ['without it the place is told', (persons) => persons.replace(/^201712345602.*\n/m, ''), false],
])(
  'the row of persons of one of several ids counts for all of them: %s',
  async (_, change, isHidden) => {
    const cwd = temporaryFolder();
    const merged: MadePerson[] = [
      { id: PERSON, homes: [['1103', '2017-03-01']] },
      { id: FORMER, protection: 'strictly_confidential', homes: [] },
      ...others,
    ];
    const folder = writeExtract(join(cwd, 'e1'), merged, { takenAt: '2018-03-31', merges: [[FORMER, PERSON]] });
    const file = join(folder, 'persons.csv');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { runId } = await runTerm(cwd, folder, 1, '--reject-limit', '90');
    for (const id of [PERSON, FORMER]) {
      const said = await told(cwd, '--person', id, '--run', runId);
      expect(/protected address/.test(said)).toBe(isHidden);
      expect(/1103|Stavanger/.test(said)).toBe(!isHidden);
    }
  },
  60_000,
);
