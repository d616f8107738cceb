import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok, runIdOfTerm } from '../approval/support';
import { act, openCase } from '../cases/support';
import { cli } from '../support';

const DB = ['--db', 'l.db'];
const AS = ['--as', 'kari', '--reason', 'tiden er ute'];
const LATE = ['--retention-expired', '2099-01-01'];
const NB = ['--lang', 'nb'];
const PERSON = '201811645209';
const cwd = temporaryFolder();
const runs = join(cwd, 'l.db.d', 'runs');
/** A run of 2019 that rests on a pinned kommune, and those of the two years after it. */
let [old, last] = ['', ''];

async function post(term: string): Promise<string> {
  const runId = await runIdOfTerm(cwd, 'l.db', term);
  await ok(cwd, 'approve', runId, '--as', 'Ola', ...DB);
  return runId;
}

beforeAll(async () => {
  // A case wants a ledger.
  const first = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  await ok(cwd, 'withdraw', first, ...AS, ...DB);
  const caseNumber = await openCase(cwd, 'error', '--person', PERSON);
  const where = ['--year', '2019', '--person', PERSON, '--recipient', '1103', '--from', '2019-01-01'];
  await act(cwd, caseNumber, 'pin_kommune', ...where);
  await ok(cwd, 'case', 'decide', '1', '--decision', 'upheld', '--reason', 'medhold', '--as', 'ola', ...DB);
  await ok(cwd, 'case', 'close', '1', ...AS, ...DB);
  old = await post('2019-T3');
  for (const beside of ['documents', 'letters', 'report']) {
    mkdirSync(join(runs, `${old}.${beside}`), { recursive: true });
    writeFileSync(join(runs, `${old}.${beside}`, 'index.json'), '{}');
  }
  // A run of 2020 can still correct it; the draft that was withdrawn goes at once.
  await post('2020-T1');
  expect((await ok(cwd, 'prune', '--runs', ...LATE, ...AS, ...DB)).pruned_runs).toEqual([first]);
  expect(await ok(cwd, 'prune', '--cases', ...LATE, ...AS, ...DB)).toMatchObject({
    contents: [],
    kept: [{ what: 'cases', item: 1, because: 'can be corrected' }],
  });
  last = await post('2021-T1');
  cpSync(snapshots, aside, { recursive: true });
}, 120_000);

const stands = (ending: string): boolean => existsSync(join(runs, `${old}${ending}`));

const [snapshots, aside] = [join(cwd, 'l.db.d', 'snapshots'), join(cwd, 'aside')];

test('letters and reports of a run whose time is over go by themselves', async () => {
  expect((await ok(cwd, 'prune', ...LATE, ...AS, ...DB)).pruned_letters).toEqual([]);
  const gone = await ok(cwd, 'prune', '--letters', '--reports', ...LATE, ...AS, ...DB);
  expect(gone).toMatchObject({ pruned_runs: [], pruned_letters: [old], pruned_reports: [old] });
  expect(['', '.documents', '.letters', '.report'].map(stands)).toEqual([true, true, false, false]);
});

test('a closed case loses what it says of persons when two ask for it; its run verifies as before, the log was written first', async () => {
  const prune = (...more: string[]) => ['prune', '--cases', ...LATE, '--reason', 'tiden er ute', ...more, ...DB];
  expect((await cli(cwd, prune('--as', 'kari', '--dry-run', ...NB))).out).toContain(
    'Opplysningene om personer i sak 1 vil bli slettet',
  );
  expect((await cli(cwd, prune('--as', 'kari', ...NB))).out).toContain('en annen bekrefter med samme kommando');
  expect(await ok(cwd, 'case', 'show', '1', ...DB)).toMatchObject({ texts_deleted_on: null });
  const deleted = await ok(cwd, ...prune('--as', 'ola'));
  expect(deleted.contents).toEqual([{ what: 'cases', items: [1], proposed_by: 'kari', deleted: true }]);
  const shown = await cli(cwd, ['case', 'show', '1', ...NB, ...DB]);
  expect(shown.out).toContain('Opplysningene om personer i saken ble slettet');
  const { rows } = await ok(cwd, 'access', ...DB);
  expect(JSON.stringify(rows)).toContain('cases/1');
  await ok(cwd, 'verify', join(runs, old), ...DB);
  expect(await ok(cwd, 'ledger', 'check', 'l.db')).toMatchObject({ faults: [], rebuilt: { differences: [] } });
  // What is left of it is still held to the folder.
  const table = join(runs, old, 'cases_before.csv');
  const text = readFileSync(table, 'utf8');
  writeFileSync(table, text.replace('2019-01-01', '2019-01-02'));
  expect((await cli(cwd, ['verify', join(runs, old), ...DB])).err).toContain('cases_before.csv');
  writeFileSync(table, text);
});

test('a person whose case has been deleted is explained no more, and the reason is told', async () => {
  // Not even with the extract that was deleted beside it.
  for (const name of readdirSync(aside)) cpSync(join(aside, name), join(snapshots, name));
  const told = await cli(cwd, ['explain', '--person', PERSON, '--run', old, ...AS.slice(0, 2), ...NB, ...DB]);
  expect([told.code, told.err]).toEqual([5, expect.stringContaining('Opplysningene om personer i sak 1 er slettet')]);
  expect((await cli(cwd, ['explain', '--batch', old, ...AS.slice(0, 2), ...DB])).code).toBe(0);
});

test('the folder of a run goes when its time is over, with what lies beside it but the signatures; the rest verifies', async () => {
  mkdirSync(join(runs, `${old}.approval`));
  expect((await ok(cwd, 'prune', ...LATE, ...AS, ...DB)).pruned_runs).toEqual([]);
  expect((await ok(cwd, 'prune', '--runs', ...AS, ...DB)).pruned_runs).toEqual([]);
  const dry = await cli(cwd, ['prune', '--runs', '--dry-run', ...LATE, ...AS, ...DB]);
  expect(dry.out).toContain(join(runs, `${old}.documents`));
  expect(existsSync(join(runs, old))).toBe(true);
  expect((await ok(cwd, 'prune', '--runs', ...LATE, ...AS, ...DB)).pruned_runs).toEqual([old]);
  expect(['', '.documents', '.approval'].map(stands)).toEqual([false, false, true]);
  await ok(cwd, 'verify', last, ...DB);
  expect(await ok(cwd, 'ledger', 'check', 'l.db')).toMatchObject({ faults: [], rebuilt: { differences: [] } });
  expect((await cli(cwd, ['explain', '--batch', old, ...AS.slice(0, 2), ...DB])).code).toBe(5);
});
