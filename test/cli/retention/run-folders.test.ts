import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const DB = ['--db', 'l.db'];
const AS = ['--as', 'kari', '--reason', 'tiden er ute'];

test('the folder of a run goes when its time is over, with what lies beside it but the signatures; the rest verifies', async () => {
  const cwd = temporaryFolder();
  const runs = join(cwd, 'l.db.d', 'runs');
  const post = async (term: string): Promise<string> => {
    const runId = await runIdOfTerm(cwd, 'l.db', term);
    await ok(cwd, 'approve', runId, '--as', 'Ola', ...DB);
    return runId;
  };
  const old = await post('2019-T3');
  for (const beside of ['documents', 'approval']) {
    mkdirSync(join(runs, `${old}.${beside}`), { recursive: true });
    writeFileSync(join(runs, `${old}.${beside}`, 'index.json'), '{}');
  }
  const late = ['--retention-expired', '2099-01-01'];
  // A run of 2020 can still correct it.
  await post('2020-T1');
  expect((await ok(cwd, 'prune', '--runs', ...late, ...AS, ...DB)).pruned_runs).toEqual([]);
  const last = await post('2021-T1');
  expect((await ok(cwd, 'prune', ...late, ...AS, ...DB)).pruned_runs).toEqual([]);
  expect((await ok(cwd, 'prune', '--runs', ...AS, ...DB)).pruned_runs).toEqual([]);
  const dry = await cli(cwd, ['prune', '--runs', '--dry-run', ...late, ...AS, ...DB]);
  expect(dry.out).toContain(join(runs, `${old}.documents`));
  expect(existsSync(join(runs, old))).toBe(true);
  expect((await ok(cwd, 'prune', '--runs', ...late, ...AS, ...DB)).pruned_runs).toEqual([old]);
  expect(['', '.documents', '.approval'].map((ending) => existsSync(join(runs, `${old}${ending}`)))).toEqual([
    false,
    false,
    true,
  ]);
  await ok(cwd, 'verify', last, ...DB);
  expect(await ok(cwd, 'ledger', 'check', 'l.db')).toMatchObject({ faults: [], rebuilt: { differences: [] } });
  expect((await cli(cwd, ['explain', '--batch', old, ...AS.slice(0, 2), ...DB])).code).toBe(5);
}, 120_000);
