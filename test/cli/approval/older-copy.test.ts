import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runVerification } from '../../../src/app/verify/run-verification';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { CASE, ok } from './support';

const cwd = temporaryFolder();
const DB = ['--db', 'real.db'];
let opening = '';

beforeAll(async () => {
  writeFileSync(
    join(cwd, 'postings.csv'),
    'grant_year,component,person_id,recipient_id,amount,code\n2018,grunntilskudd,,0301,1000,G\n',
  );
  const { run_id: runId } = await ok(cwd, 'open-ledger', '--postings', 'postings.csv', '--as', 'kari', ...DB);
  opening = String(runId);
  copyFileSync(join(cwd, 'real.db'), join(cwd, 'backup.db'));
  await ok(cwd, 'approve', opening, '--as', 'ola', ...DB);
  copyFileSync(join(cwd, 'real.db'), join(cwd, 'newest.db'));
  copyFileSync(join(cwd, 'backup.db'), join(cwd, 'real.db'));
}, 60_000);

const run = () =>
  cli(cwd, [
    ...['run', '--extract', join(CASE, '2019-T3', 'extract'), '--year', '2019', '--term', '3', '--as-of', '2019-09-30'],
    ...['--as', 'kari', ...DB],
  ]);

test('status names what is missing and says what to do, in both languages', async () => {
  const { code, out } = await cli(cwd, ['status', ...DB]);
  expect(code).toBe(0);
  expect(out).toContain(`The run ${opening} has been posted as number 1`);
  expect(out).toContain('Put the newest copy of the ledger back.');
  const { out: nb } = await cli(cwd, ['status', ...DB, '--lang', 'nb']);
  expect(nb).toContain('Legg tilbake den nyeste kopien av tilskuddsreskontroen.');
  const { missing } = await ok(cwd, 'status', ...DB);
  expect(missing).toMatchObject([{ code: 'LEDGER_POSTING_LOST', posting: 1, runId: opening }]);
});

test('nothing is run, told, deleted or approved on it but what is missing', async () => {
  const acts = [
    await run(),
    await cli(cwd, ['approve', '2019-T3-0123456789ab', '--as', 'ola', ...DB]),
    await cli(cwd, ['outcome', 'NT2018T1S0-0301-GRUN', '--paid', '--on', '2018-04-01', '--as', 'ola', ...DB]),
    await cli(cwd, ['forget', '--last-grant-year', '2010', '--as', 'ola', '--reason', 'tiden er ute', ...DB]),
  ];
  for (const { code, err } of acts) expect([code, err]).toMatchObject([6, expect.stringContaining('LEDGER_BEHIND')]);
}, 60_000);

test('answered for and approved once more it is the very same batch, and the file beside says so', async () => {
  const refused = await cli(cwd, ['approve', opening, '--as', 'ola', ...DB]);
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('norsktilskudd continue --reason')]);
  await ok(cwd, 'continue', '--as', 'kari', '--reason', 'nyeste kopi er tapt', ...DB);
  const heads = async () => (await ok(cwd, 'status', ...DB)).posting_head;
  const file = readFileSync(join(cwd, 'real.db.d', 'posted.txt'), 'utf8');
  await ok(cwd, 'approve', opening, '--as', 'ola', ...DB);
  const again = await heads();
  expect((await ok(cwd, 'status', ...DB)).missing).toEqual([]);
  copyFileSync(join(cwd, 'newest.db'), join(cwd, 'real.db'));
  expect(await heads()).toBe(again);
  expect(readFileSync(join(cwd, 'real.db.d', 'posted.txt'), 'utf8')).toBe(file);
});

test('verify says that it cannot tell an older copy where the file is gone', () => {
  const input = { folders: [], db: join(cwd, 'real.db'), head: undefined, extract: undefined, rates: [] };
  const none = { recipients: undefined, columns: undefined, rejectLimitPercent: undefined, key: undefined };
  const notes = () => runVerification({ ...input, ...none, sql: false, journal: undefined }).notes;
  expect(notes()).toEqual([]);
  rmSync(join(cwd, 'real.db.d', 'posted.txt'));
  expect(notes().map(({ code }) => code)).toEqual(['VERIFY_WITHOUT_POSTED']);
});
