import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';
import { makeApprovers, ok } from './support';

const cwd = temporaryFolder();
const DB = ['--db', 'real.db'];
const extract = madeExtract(join(cwd, 'extract'), '2018-03-31', { personer: '2' });
const RUN = [
  '--extract',
  extract,
  '--year',
  '2018',
  '--term',
  '1',
  '--exclude',
  'grunntilskudd',
  '--as',
  'Kari Kjører',
];
const IDS = Array.from({ length: 19 }, (_, index) => `A${index + 1}`);

async function adopted(kind: string, name: string, ...flags: readonly string[]): Promise<void> {
  await ok(cwd, 'lists', 'propose', kind, ...flags, '--out', name, ...DB);
  await ok(cwd, 'lists', 'sign', name, '--as', 'Kari Kjører', '--key', 'kari.key');
  await ok(cwd, 'lists', 'sign', name, '--as', 'Ola Godkjenner', '--key', 'ola.key');
  await ok(cwd, 'lists', 'adopt', name, '--as', 'kari', ...DB);
}

const run = (...flags: readonly string[]): Promise<Record<string, unknown>> =>
  ok(cwd, 'run', ...RUN, '--key', 'kari.key', ...DB, ...flags);

beforeAll(async () => {
  await makeApprovers(cwd);
  await cli(cwd, ['run', ...RUN, '--key', 'kari.key', ...DB, '--new-ledger', '--approvers', 'approvers-1.json']);
  await adopted('rates', 'rates-1.json');
});

test('a run of a signed ledger takes the references of its list, and one of its own goes before them', async () => {
  expect(await run()).toMatchObject({ payable: false });
  const listed = IDS.flatMap((id) => ['--accept', `${id}=letter of ${id}, point 2`]);
  await adopted('assumptions', 'assumptions-1.json', ...listed);
  expect(await run('--accept', 'A8')).toMatchObject({ payable: true });
  const answer = await run('--accept', 'A10=memo 7');
  expect(answer).toMatchObject({ payable: true });
  expect(answer.accepted).toContainEqual({ name: 'A8', reference: 'letter of A8, point 2' });
  expect(answer.accepted).toContainEqual({ name: 'A10', reference: 'memo 7' });
  const runId = String(answer.run_id);
  await ok(cwd, 'attest', runId, '--as', 'Astrid Attestant', '--key', 'astrid.key', ...DB);
  const approved = await ok(cwd, 'approve', runId, '--as', 'Ola Godkjenner', '--key', 'ola.key', ...DB);
  expect(approved.accepted).toContainEqual({ name: 'A10', reference: 'memo 7', figures: {} });
  const used = { name: 'A14', reference: 'letter of A14, point 2', figures: { value: 'quarter_ends' } };
  expect(approved.accepted).toContainEqual(used);
  const folder = join('real.db.d', 'runs', runId);
  expect(await cli(cwd, ['verify', folder, '--extract', extract, ...DB])).toMatchObject({ code: 0 });
  expect((await cli(cwd, ['lists', 'show', ...DB, '--lang', 'en'])).out).toContain('letter of A8, point 2');
});

test.each([
  ['A10', 'ACCEPT_NO_REFERENCE'],
  ['missing-persons=memo', 'ACCEPT_NO_ASSUMPTION'],
  ['all-assumed=memo', 'ACCEPT_NO_ASSUMPTION'],
  ['A99=memo', 'ACCEPT_UNKNOWN'],
])('a list of assumptions takes no %s', async (value, code) => {
  const argv = ['lists', 'propose', 'assumptions', '--accept', value, '--out', `refused-${code}.json`, ...DB, '--json'];
  const answer = await cli(cwd, argv);
  expect(answer.code).toBe(2);
  expect(JSON.parse(answer.out)).toMatchObject({ error: { details: [{ code }] } });
});

test('all-assumed is refused in a real ledger, with what to do instead', async () => {
  const { code, err } = await cli(cwd, ['run', ...RUN, ...DB, '--accept', 'all-assumed', '--lang', 'en']);
  expect(code).toBe(6);
  expect(err).toContain('[ACCEPT_ALL_ASSUMED]');
  expect(err).toContain('lists propose assumptions');
});
