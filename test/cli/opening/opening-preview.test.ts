import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const postings = join(work, 'postings.csv');
writeFileSync(
  postings,
  [
    'grant_year,component,person_id,recipient_id,amount,code',
    '2017,persontilskudd,209812340007,0301,1000,P-AR1-H',
    '2017,persontilskudd,209812340007,1103,500,P-AR1-H',
    '2017,persontilskudd,201912345604,0301,700,P-AR2-H',
    '2016,persontilskudd,201912345604,0301,300,P-AR1-H',
    '2017,grunntilskudd,,0301,575000,Grunntilskudd-H',
    '',
  ].join('\n'),
);
const balances = join(work, 'balances.csv');
writeFileSync(balances, 'recipient_id,netting_group,balance\n0301,persontilskudd,-50\n1103,grunntilskudd,-7\n');

const open = (db: string, ...more: readonly string[]) =>
  cli(work, ['open-ledger', '--postings', postings, '--balances', balances, '--as', 'kari', '--db', db, ...more]);

const SUMS = {
  kind: 'opening',
  persons: 2,
  postings: 5,
  postings_total: 577_500,
  components: [
    { grant_year: 2016, component: 'persontilskudd', postings: 1, persons: 1, sum: 300 },
    { grant_year: 2017, component: 'grunntilskudd', postings: 1, persons: 0, sum: 575_000 },
    { grant_year: 2017, component: 'persontilskudd', postings: 3, persons: 2, sum: 2200 },
  ],
  recipients: [
    { recipient_id: '0301', posted: 577_000, balance: -50 },
    { recipient_id: '1103', posted: 500, balance: -7 },
  ],
  balances: [
    { recipient_id: '0301', netting_group: 'persontilskudd', balance: -50 },
    { recipient_id: '1103', netting_group: 'grunntilskudd', balance: -7 },
  ],
};

test.each([
  ['a real ledger', []],
  ['a rehearsal', ['--rehearsal']],
])('an opening batch of %s is shown when it is entered, before and after it is approved', async (name, flags) => {
  const db = join(work, `${name.replaceAll(' ', '-')}.db`);
  const entered = await open(db, '--json', ...flags);
  expect(JSON.parse(entered.out)).toMatchObject({ ...SUMS, state: 'draft', already: false });
  const { run_id: runId }: { run_id: string } = JSON.parse(entered.out);
  const preview = async () => JSON.parse((await cli(work, ['preview', runId, '--db', db, '--json'])).out);
  expect(await preview()).toMatchObject({ ...SUMS, state: 'draft' });
  const approved = await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--json']);
  expect(JSON.parse(approved.out)).toMatchObject({ run_id: runId, opening: { ...SUMS, state: 'posted' } });
  expect(await preview()).toMatchObject({ ...SUMS, state: 'posted' });
  const status = JSON.parse((await cli(work, ['status', '--db', db, '--json'])).out);
  expect(status.batches).toMatchObject([{ run_id: runId, state: 'posted', lines: 5, lines_total: 577_500 }]);
});

test.each([
  [
    'en',
    [
      'taken over from an earlier system, entered by kari, draft',
      '5 postings of 577 500 kr for 2 persons',
      '2017        persontilskudd         3        2    2 200 kr',
      '0301       577 000 kr   −50 kr',
      'Next: norsktilskudd approve',
    ],
  ],
  [
    'nb',
    [
      'overtatt fra et tidligere system, lagt inn av kari, utkast',
      '5 posteringer på 577 500 kr for 2 personer',
      'Neste: norsktilskudd approve',
    ],
  ],
])('the page says what is taken over (%s)', async (language, expected) => {
  const db = join(work, `text-${language}.db`);
  const { run_id: runId }: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  const page = plain((await cli(work, ['preview', runId, '--db', db, '--lang', language])).out);
  for (const text of expected) expect(page).toContain(text);
  const approved = plain((await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--lang', language])).out);
  expect(approved).toContain(expected[1] ?? '');
  expect(page).not.toMatch(/209812340007|201912345604/);
});

test('a superseded draft of an opening says so, and that its content is gone', async () => {
  const db = join(work, 'superseded.db');
  const first: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  const argv = ['open-ledger', '--postings', postings, '--as', 'kari', '--db', db, '--json'];
  const second: { run_id: string } = JSON.parse((await cli(work, argv)).out);
  const { code, out } = await cli(work, ['preview', first.run_id, '--db', db, '--lang', 'en']);
  expect(code).toBe(0);
  expect(out).toContain(`superseded by ${second.run_id}`);
  expect(out).toContain('The content of a draft that has ended is not kept.');
});

test('an opening is compared with another batch by its sums', async () => {
  const db = join(work, 'compared.db');
  const first: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  await cli(work, ['approve', first.run_id, '--as', 'ola', '--db', db]);
  const run = ['run', '--extract', madeExtract(join(work, 'extract'), '2018-03-31'), '--year', '2018', '--term', '1'];
  const ran = await cli(work, [
    ...run,
    '--as',
    'kari',
    '--db',
    db,
    '--exclude',
    'grunntilskudd',
    '--rates',
    RATES,
    '--json',
  ]);
  const { run_id: second }: { run_id: string } = JSON.parse(ran.out);
  const argv = ['compare', first.run_id, second, '--db', db];
  const { rows }: { rows: Record<string, unknown>[] } = JSON.parse(
    (await cli(work, [...argv, '--json', '--out', 'by-sums'])).out,
  );
  expect(rows).toContainEqual({
    grant_year: 2017,
    component: 'persontilskudd',
    recipient_id: '0301',
    a: 1700,
    b: 0,
    difference: -1700,
  });
  expect(rows.reduce((sum, row) => sum + Number(row.a), 0)).toBe(577_500);
  expect(rows.some((row) => row.grant_year === 2018 && Number(row.b) > 0)).toBe(true);
  expect(readFileSync(join(work, 'by-sums/batches.csv'), 'utf8').split('\n')).toHaveLength(rows.length + 2);
  expect(plain((await cli(work, argv)).out)).toContain('575 000 kr');
});
