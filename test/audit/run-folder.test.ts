import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runIdOf } from '../../src/audit';
import { manifestOf } from '../../src/audit/run-manifest';
import { setFaultPlan } from '../../src/effects';
import { temporaryFolder } from '../support/temporary-folder';
import { sampleContext, sampleResult, writeSample } from './sample-run';

afterEach(() => setFaultPlan(undefined));

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

test('a run folder holds every file of the contract, and a manifest that says so', () => {
  const run = writeSample(join(temporaryFolder(), 'work'));
  expect(readdirSync(run.folder)).toEqual([
    'balances_before.csv',
    'findings.csv',
    'held.csv',
    'hours_basis.csv',
    'manifest.json',
    'manifest.sha256',
    'parameters.csv',
    'payout_lines.csv',
    'payouts.csv',
    'posted_before.csv',
    'rejected.csv',
    'sizing.csv',
    'trace.bin',
    'trace.index',
  ]);
  const restricted = readdirSync(run.folder).filter((name) => (statSync(join(run.folder, name)).mode & 0o077) === 0);
  expect(readdirSync(run.folder).filter((name) => !restricted.includes(name))).toEqual([
    'balances_before.csv',
    'manifest.json',
    'manifest.sha256',
    'parameters.csv',
    'payouts.csv',
  ]);
  const text = readFileSync(join(run.folder, 'manifest.json'), 'utf8');
  const manifest = manifestOf(text);
  expect(createHash('sha256').update(text).digest('hex')).toBe(run.manifestSha256);
  expect(manifest.run_id).toBe(run.runId);
  expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
    ['balances_before.csv', 1],
    ['findings.csv', 3],
    ['held.csv', 2],
    ['hours_basis.csv', 1],
    ['parameters.csv', 4],
    ['payout_lines.csv', 4],
    ['payouts.csv', 3],
    ['posted_before.csv', 3],
    ['rejected.csv', 1],
    ['sizing.csv', 3],
    ['trace.bin', null],
    ['trace.index', null],
  ]);
  expect(manifest.control_totals).toEqual([
    {
      grant_year: 2017,
      component: 'persontilskudd',
      netting_group: 'persontilskudd',
      lines: 1,
      sum_nok: 1900,
      absolute_nok: 1900,
    },
    {
      grant_year: 2018,
      component: 'asylnorsk',
      netting_group: 'asylum',
      lines: 1,
      sum_nok: 18312,
      absolute_nok: 18312,
    },
    {
      grant_year: 2018,
      component: 'persontilskudd',
      netting_group: 'persontilskudd',
      lines: 2,
      sum_nok: 0,
      absolute_nok: 34136,
    },
  ]);
  expect(manifest.netting[1]).toEqual({
    netting_group: 'persontilskudd',
    recipients: 2,
    payments: 1,
    lines_total_nok: 1900,
    carried_in_nok: 0,
    paid_nok: 17068,
    carried_out_nok: -15168,
  });
  expect(manifest.counts).toEqual({
    persons: 2,
    persons_paid: 2,
    leaves: 3,
    lines: 4,
    corrections: 1,
    payments: 2,
    held: 2,
    rejected_rows: 1,
    findings: { error: 1, warning: 1, info: 1 },
  });
  expect([manifest.payable, manifest.blocked_by, manifest.mark]).toEqual([
    false,
    [{ code: 'NEEDS_ACCEPTANCE', name: 'A10', status: 'assumed' }],
    '',
  ]);
});

test('person ids stand in the two restricted files alone', () => {
  const { folder } = writeSample(join(temporaryFolder(), 'work'));
  const naming = Object.entries(contents(folder)).filter(([, text]) => /201[678]000000/.test(text));
  expect(naming.map(([name]) => name)).toEqual(['held.csv', 'payout_lines.csv']);
});

test('the same run twice gives the same bytes, and a second into the same folder changes nothing', () => {
  const first = writeSample(join(temporaryFolder(), 'work'));
  const second = writeSample(join(temporaryFolder(), 'work'));
  expect(contents(first.folder)).toEqual(contents(second.folder));
  expect(writeSample(first.folder)).toEqual({ ...first, alreadyThere: true });
});

test('whatever decides the result changes the run_id; the order of lists does not', () => {
  const { identity } = sampleContext();
  const base = runIdOf(identity);
  expect(base).toMatch(/^2018-T2-[0-9a-f]{12}$/);
  expect(runIdOf({ ...identity, tables: identity.tables.toReversed(), accepted: [...identity.accepted] })).toBe(base);
  const [firstRate, secondRate] = identity.rates;
  if (!firstRate || !secondRate) throw new Error('no rates');
  const changes = [
    { grantYear: 2019 },
    { term: 3 },
    { asOf: sampleContext().identity.asOf - 1 },
    { supplementNumber: 1 },
    { rehearsal: true },
    { snapshotId: 'b'.repeat(64) },
    { postingHead: 'c'.repeat(64) },
    { rates: [firstRate] },
    { rates: [firstRate, { ...secondRate, valueNok: 62301 }] },
    { rates: [firstRate, { ...secondRate, status: 'assumed' }] },
    { assumptions: [] },
    { ruleLockSha256: 'd'.repeat(64) },
    { tables: [] },
    { excluded: [] },
    { accepted: [] },
    { recipientsSha256: '' },
    { pseudonymKeyId: '0'.repeat(16) },
  ];
  const ids = changes.map((change) => runIdOf(Object.assign({}, identity, change)));
  expect(new Set([base, ...ids]).size).toBe(changes.length + 1);
  expect(runIdOf({ ...identity, rates: [{ ...firstRate, file: 'moved.csv', line: 99 }, secondRate] })).toBe(base);
});

test('a rehearsal is marked', () => {
  const context = sampleContext();
  const run = writeSample(join(temporaryFolder(), 'work'), {
    context: { ...context, identity: { ...context.identity, rehearsal: true } },
  });
  expect(JSON.parse(readFileSync(join(run.folder, 'manifest.json'), 'utf8'))).toMatchObject({ mark: 'REHEARSAL' });
  expect(readFileSync(join(run.folder, 'payouts.csv'), 'utf8')).toContain('REHEARSAL-NT2018T2S0-1103-PERS');
});

test('a disk that fills up at any point leaves nothing behind', () => {
  let faults = 0;
  for (let occurrence = 1; ; occurrence += 1) {
    const path = join(temporaryFolder(), 'work');
    setFaultPlan({ action: 'fail', prefix: '', occurrence });
    let failed = false;
    try {
      writeSample(path);
    } catch {
      failed = true;
    }
    setFaultPlan(undefined);
    if (!failed) break;
    faults += 1;
    const stands = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
    if (stands.length > 0) expect(readdirSync(path)).toHaveLength(14);
  }
  expect(faults).toBeGreaterThan(40);
});

test('a result that does not add up is never sealed', () => {
  const path = join(temporaryFolder(), 'work');
  const result = sampleResult();
  const [first] = result.payouts;
  if (!first) throw new Error('no payouts');
  expect(() => writeSample(path, { result: { ...result, payouts: [{ ...first, paidNok: 1 }] } })).toThrow('netting');
  expect(readdirSync(dirname(path))).toEqual([]);
});
