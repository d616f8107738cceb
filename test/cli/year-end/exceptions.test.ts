import { temporaryFolder } from '../../support/temporary-folder';
import { ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const LEDGER = ['--db', 'l.db'];
const runs: string[] = [];
let cwd = '';

beforeAll(async () => {
  cwd = temporaryFolder();
  for (const term of ['2019-T3', '2019-T4', '2020-T1']) {
    const runId = await runIdOfTerm(cwd, 'l.db', term);
    runs.push(runId);
    await ok(cwd, 'approve', runId, '--as', 'ola', ...LEDGER);
  }
}, 120_000);

test('held by age, corrections by cause, approvals by person, hours to approval, over several runs', async () => {
  const all = await ok(cwd, 'exceptions', ...LEDGER);
  const list = (name: string) => all[name] as Record<string, string | number | null>[];
  expect(list('runs').map(({ run_id: id, hours, run_by: by, approved_by: who }) => [id, hours, by, who])).toEqual(
    runs.map((id) => [id, 0, 'Kari Kjører', 'ola']),
  );
  expect(list('acts').map(({ actor, role, runs: count }) => [actor, role, count])).toEqual([
    ['Kari Kjører', 'runner', 3],
    ['ola', 'approver', 3],
  ]);
  expect(Math.max(0, ...list('held').map(({ runs: count }) => Number(count)))).toBeGreaterThan(1);
  for (const { runs: count, since } of list('held')) {
    expect(since).toBe(['2020-03-31', '2019-12-31', '2019-09-30'][Number(count) - 1]);
  }
  for (const { persons, held_nok: nok } of list('held')) expect(nok === null).toBe(Number(persons) < 5);
  for (const { persons, more_nok: more, less_nok: less } of list('corrections')) {
    expect([more === null, more === null || Number(persons) >= 5]).toEqual([less === null, true]);
  }
  // One left out beside others could be subtracted from the sum of its grant.
  for (const { grant_year: year, component, persons } of list('corrections')) {
    const ofGrant = list('corrections').filter((row) => row.grant_year === year && row.component === component);
    const others = ofGrant.reduce((sum, row) => sum + Number(row.persons), 0) - Number(persons);
    expect(Number(persons) < 5 && others >= 5).toBe(false);
  }
});

test('of one year, in words, and where there is nothing', async () => {
  const { out, code } = await cli(cwd, ['exceptions', '--year', '2019', ...LEDGER, '--lang', 'nb']);
  expect([code, out.includes(runs[1] ?? ''), out.includes(runs[2] ?? '')]).toEqual([0, true, false]);
  expect(out).toMatch(/ola +godkjente +2 /);
  // Ids of runs and control codes apart, whose digits are nobody's.
  expect(out.replace(/\d{4}-T\d-[0-9a-f]{12}|[0-9a-f]{64}/g, '')).not.toMatch(/\d{12}/);
  expect((await cli(cwd, ['exceptions', '--year', '2031', ...LEDGER])).err).toContain('EXCEPTIONS_NO_RUNS');
});
