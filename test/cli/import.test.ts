import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliContext } from '../../src/cli/context';
import { readingDisplay } from '../../src/cli/reading-display';
import { memoryTerminal } from '../../src/cli/terminal';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const FIXTURES = join(__dirname, '..', '..', 'fixtures', 'broken');
const folder = temporaryFolder();
const db = join(folder, 'norsktilskudd.db');
const extract = join(FIXTURES, 'nothing-wrong', 'extract');
const argv = ['import', '--extract', extract, '--db', db, '--json'];

test('one JSON object tells counts, findings and the snapshot; the same extract is read once', async () => {
  const first = await cli(folder, argv);
  expect(first).toMatchObject({ code: 0, err: '' });
  const report = JSON.parse(first.out);
  expect(report).toMatchObject({
    snapshot_id: expect.stringMatching(/^[0-9a-f]{64}$/),
    read_before: false,
    taken_at: '2018-12-31',
    source: 'made-up',
    persons: 3,
    rows: 13,
    rejected_rows: 0,
    findings: { error: 0, warning: 0, info: 0 },
    milliseconds: expect.any(Number),
    rows_per_second: expect.any(Number),
  });
  expect(report.files.map((file: { file: string; rows: number }) => [file.file, file.rows])).toEqual([
    ['persons.csv', 3],
    ['target_group.csv', 3],
    ['decisions.csv', 2],
    ['residence.csv', 3],
    ['hours.csv', 2],
    ['extract.json', 0],
  ]);
  const again = JSON.parse((await cli(folder, argv)).out);
  expect(again).toMatchObject({ snapshot_id: report.snapshot_id, read_before: true });
});

test('whoever has imported has a key of pseudonyms, and one that is there stays', async () => {
  const key = `${db}.d/pseudonym.key`;
  const made = readFileSync(key, 'utf8');
  expect(made).toMatch(/^[0-9a-f]{64}\n$/);
  await cli(folder, argv);
  expect(readFileSync(key, 'utf8')).toBe(made);
});

test('a rejected extract is one JSON object too, and its listing stands beside the ledger', async () => {
  const broken = join(FIXTURES, 'many-alike', 'extract');
  const { code, out } = await cli(folder, ['import', '--extract', broken, '--db', db, '--json']);
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    error: {
      code: 'EXTRACT_REJECTED',
      params: { rows: 1204, folder: join(`${db}.d`, 'runs', 'rejected-import') },
      details: [
        { code: 'NUMBER_FORM', params: { file: 'hours.csv', line: 2, times: 1204, also: 'hours.csv:3, hours.csv:4' } },
        { code: 'TABLE_REJECTS', params: { rejected: 1204, rows: 1300 } },
      ],
    },
  });
});

test('a folder that is not there is named', async () => {
  const { code, err } = await cli(folder, ['import', '--extract', 'nowhere', '--db', db]);
  expect(code).toBe(3);
  expect(err).toBe(
    `Error: The folder ${join(folder, 'nowhere')} does not exist. [EXTRACT_FOLDER_MISSING]\nWhat to do: Give the folder of the extract with --extract.\n`,
  );
});

/** Shows progress on a terminal at given moments and gives what was written. */
function shown(errIsTty: boolean, moments: readonly number[]): string {
  const memory = memoryTerminal(folder);
  const context: CliContext = {
    terminal: { ...memory, errIsTty },
    language: 'en',
    commandName: '',
    exitCode: 0,
    json: false,
    red: (text: string) => text,
  };
  const clock = [...moments];
  const display = readingDisplay(context, () => clock.shift() ?? 0);
  display.listener({ stage: 'survey', share: 0.5, lines: 0 });
  display.listener({ stage: 'rows', share: 0.5, lines: 1_000_000 });
  display.listener({ stage: 'store', share: 1, lines: 1_000_000 });
  display.end();
  return memory.errText();
}

test('progress is one line that is written over on a terminal, and a line every five seconds elsewhere', () => {
  expect(shown(false, [0, 1_000, 6_000, 7_000])).toBe('Reading the extract: 42 %, 70\u00a0833 rows/s, 8 s left\n');
  const lines = shown(true, [0, 300, 400, 1_000]).split('\r');
  expect(lines.map((line) => line.trim())).toEqual([
    '',
    'Checking the files: 7 %, 4 s left',
    'Storing the extract: 100 %, 1\u00a0000\u00a0000 rows/s, 1 s left',
    '',
    '',
  ]);
});

test('quick readings show nothing', () => {
  expect(shown(true, [0, 10, 20, 30])).toBe('');
  expect(shown(false, [0, 1_000, 2_000, 3_000])).toBe('');
});
