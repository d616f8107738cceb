import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
const most = '9999999999999';

function written(name: string, head: string, rows: readonly string[]): string {
  const path = join(work, name);
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`);
  return path;
}

const POSTINGS = 'grant_year,component,person_id,recipient_id,amount,code';
const open = (db: string, ...flags: readonly string[]) =>
  cli(work, ['open-ledger', ...flags, '--rehearsal', '--as', 'kari', '--db', db, '--lang', 'en']);

test('opening postings that no sum can hold are rejected with file and line, and no ledger is made', async () => {
  const rows = Array.from(
    { length: 1000 },
    (_, index) => `2017,grunntilskudd,,${index % 2 ? '1103' : '0301'},${most},G`,
  );
  const postings = written('p.csv', POSTINGS, rows);
  const { code, err } = await open('a.db', '--postings', postings);
  expect(code).toBe(3);
  expect(err.replaceAll('\u00a0', ' ')).toContain(
    'p.csv:902 (amount): expected that the rows come to at most 9 000 000 000 million',
  );
  expect(existsSync(join(work, 'a.db'))).toBe(false);
});

test('so are opening balances', async () => {
  const postings = written('p1.csv', POSTINGS, ['2017,grunntilskudd,,0301,1,G']);
  const balances = written(
    'b.csv',
    'recipient_id,netting_group,balance',
    Array(2000).fill(`0301,grunntilskudd,-${most}`),
  );
  const { code, err } = await open('b.db', '--postings', postings, '--balances', balances);
  expect(code).toBe(3);
  expect(err).toContain('b.csv:902 (balance)');
});

test.each([
  ['cost_base', 'kommune,year,cost_nok', `0301,2018,${'9'.repeat(12)}`, 100, 'cost_base.csv:92 (cost_nok)'],
  [
    'teaching_hours',
    'kommune,month,teaching_hours',
    '0301,2018-01,40000000',
    30,
    'teaching_hours.csv:27 (teaching_hours)',
  ],
])(
  '%s that no sum can hold is a fault of the file, whatever the limit of rejected rows',
  async (table, head, row, times, place) => {
    const extract = madeExtract(join(work, `extract-${table}`), '2018-12-31', { personer: '1' });
    writeFileSync(join(extract, 'extract.json'), '{"taken_at":"2018-12-31","source":"test"}');
    writeFileSync(join(extract, `${table}.csv`), `${[head, ...Array(times).fill(row)].join('\n')}\n`);
    const argv = ['import', '--extract', extract, '--reject-limit', '100', '--db', `${table}.db`, '--lang', 'en'];
    const { code, err } = await cli(work, argv);
    expect(code).toBe(3);
    expect(err).toContain(place);
  },
);
