import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, OLA, openCase } from './support';

const cwd = temporaryFolder();
const ADJUSTMENT = [
  ...['--year', '2018', '--component', 'grunntilskudd', '--recipient', '1103'],
  ...['--amount', '5000', '--code', 'Grunntilskudd-H'],
];
const next = async (...argv: readonly string[]): Promise<string> => {
  const { code, out, err } = await cli(cwd, [...argv, '--lang', 'en']);
  expect([code, err]).toEqual([0, '']);
  return /^Next: norsktilskudd (.*)$/m.exec(out)?.[1] ?? '';
};

beforeAll(async () => {
  writeExtract(`${cwd}/e1`, [{ id: '201712345601', homes: [['1103', '2017-03-01']] }], { takenAt: '2018-03-31' });
  await runTerm(cwd, 'e1', 1, '--exclude', 'grunntilskudd');
  await openCase(cwd, 'complaint', '--recipient', '1103');
});

test('after a case was opened, decided or closed stands what is to be done now: the draft, and the act that waits', async () => {
  const about = ['--kind', 'complaint', '--recipient', '1103', '--reference', '18/78', '--reason', 'klage'];
  expect(await next('case', 'new', ...about, ...KARI)).toMatch(/^approve 2018-T1-[0-9a-f]{12} --as OTHER --db l\.db$/);
  await act(cwd, 1, 'pin_count', '--year', '2018', '--recipient', '1103', '--amount', '4');
  const proposal = ['--year', '2018', '--recipient', '1103', '--amount', '5', '--reason', 'medhold'];
  await next('case', 'propose', '2', 'pin_count', ...proposal, ...KARI);
  const decision = ['--decision', 'upheld', '--reason', 'medhold'];
  expect(await next('case', 'decide', '2', ...decision, ...OLA)).toMatch(/^case confirm \d+ --as OTHER --db l\.db$/);
  // What was confirmed for the other case made the draft old.
  expect(await next('case', 'decide', '1', ...decision, ...OLA)).toMatch(/^run /);
  expect(await next('case', 'close', '1', '--reason', 'ferdig', ...KARI)).toMatch(/^run /);
});

test('one proposal ends an act, a second is refused; one that nobody can confirm any more is dropped', async () => {
  const about = await openCase(cwd, 'complaint', '--recipient', '1103');
  const number = await act(cwd, about, 'adjustment', ...ADJUSTMENT);
  const end = ['case', 'withdraw', String(number), '--reason', 'avklart'];
  const proposed = await next(...end, ...KARI);
  expect(proposed).toMatch(/^case confirm \d+ --as OTHER/);
  const second = await cli(cwd, [...end, ...OLA]);
  expect([second.code, second.err]).toEqual([6, expect.stringContaining('LEDGER_CASE_END_PROPOSED')]);
  // The adjustment is posted before anybody confirms its end: it stands.
  const { runId } = await runTerm(cwd, 'e1', 1);
  await ok(cwd, 'approve', runId, ...OLA);
  const idle = proposed.replace(/^case confirm (\d+) .*/, '$1');
  const { out } = await cli(cwd, ['status', '--db', 'l.db', '--lang', 'en']);
  expect(out).toContain(`norsktilskudd case withdraw ${idle} --reason "REASON" --as NAME --db l.db`);
  await ok(cwd, 'case', 'withdraw', idle, '--reason', 'bokført', ...KARI);
  expect((await cli(cwd, ['status', '--db', 'l.db'])).out).not.toContain(`case withdraw ${idle}`);
});
