import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Norsktilskudd, openNorsktilskudd } from '../../src/app/library';
import { faultPointsPassed, setFaultPlan } from '../../src/effects';
import { openLedger } from '../../src/ledger';
import { exampleLedger, FIXTURES, RUN } from '../cli/receipts/example-ledger';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(240_000);
afterEach(() => setFaultPlan(undefined));

const ANSWERS = ['c-one-block-rejected.pain.002.001.03.xml', 'e-booked-and-pending.camt.054.001.02.xml'].map((name) =>
  join(FIXTURES, name),
);
const original = join(temporaryFolder(), 'ledger.db');
beforeAll(() => exampleLedger(original));

function fresh(): { readonly path: string; readonly tilskudd: Norsktilskudd } {
  const path = join(temporaryFolder(), 'ledger.db');
  cpSync(original, path);
  cpSync(`${original}.d`, `${path}.d`, { recursive: true });
  return { path, tilskudd: openNorsktilskudd({ ledger: path, actor: 'kari' }) };
}

/** What reading the answers comes to, wherever the reading before was broken off. */
async function holdsAfterwards({ path, tilskudd }: ReturnType<typeof fresh>): Promise<void> {
  await tilskudd.readReceipts(ANSWERS);
  expect(tilskudd.receipts().map(({ receipt, facts }) => [receipt, facts > 0])).toEqual([
    [1, true],
    [2, true],
  ]);
  const { total, differenceNok } = tilskudd.reconcile({ runId: RUN });
  expect([total.paidNok, total.refusedNok, differenceNok]).toEqual([3_002_900, 1_672_550, 0]);
  const ledger = openLedger(path, { readOnly: true });
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  const { receipts } = await tilskudd.readReceipts(ANSWERS);
  expect(receipts.map(({ already, moved }) => [already, moved])).toEqual([
    [true, 0],
    [true, 0],
  ]);
}

test.each(['db.begin', 'db.commit'])(
  'answers are not lost where reading them is broken off at any %s',
  async (prefix) => {
    setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
    await fresh().tilskudd.readReceipts(ANSWERS);
    const points = faultPointsPassed();
    expect(points).toBeGreaterThan(1);
    for (let occurrence = 1; occurrence <= points; occurrence += 1) {
      const broken = fresh();
      setFaultPlan({ action: 'fail', prefix, occurrence });
      await expect(broken.tilskudd.readReceipts(ANSWERS)).rejects.toThrow();
      setFaultPlan(undefined);
      await holdsAfterwards(broken);
    }
  },
);

test('a file that was kept before the end is applied by the next reading of it', async () => {
  const { path, tilskudd } = fresh();
  setFaultPlan({ action: 'fail', prefix: 'db.commit', occurrence: 3 });
  await expect(tilskudd.readReceipts(ANSWERS)).rejects.toThrow();
  setFaultPlan(undefined);
  expect(tilskudd.receipts()).toHaveLength(2);
  await holdsAfterwards({ path, tilskudd });
});

test.each(['kill:db.commit:1', 'kill:db.commit:2', 'kill:db.commit:3'])(
  'the process is ended at once: %s',
  async (plan) => {
    const broken = fresh();
    const script = `const { openNorsktilskudd } = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
    openNorsktilskudd(${JSON.stringify({ ledger: broken.path, actor: 'kari' })}).readReceipts(${JSON.stringify(ANSWERS)})
      .then(() => process.exit(0), (cause) => { console.error(cause); process.exit(1); });`;
    const preload = join(__dirname, '../support/fault-plan.cjs');
    const { signal, stderr } = spawnSync(process.execPath, ['-r', preload, '-e', script], {
      env: { ...process.env, FAULT_PLAN: plan },
      encoding: 'utf8',
    });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    await holdsAfterwards(broken);
  },
);
