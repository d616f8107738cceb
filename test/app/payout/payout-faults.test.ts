import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPayout, discardPayout, handOverPayout, type PayingInstallation } from '../../../src/app';
import { sha256Hex } from '../../../src/domain';
import { faultPointsPassed, setFaultPlan } from '../../../src/effects';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { accountOf, installed, ON, RUN, write } from './support';

jest.setTimeout(240_000);
afterEach(() => setFaultPlan(undefined));

const PAID = [
  { recipient: '0301', paidNok: 31_900, account: accountOf(1) },
  { recipient: '1103', paidNok: 13_600, account: accountOf(2) },
];
const today = new Date().toISOString().slice(0, 10);
let original: PayingInstallation;
beforeAll(() => {
  original = installed(PAID);
});

/** The ledger as it was before anything was written. */
function fresh(): PayingInstallation {
  const db = join(temporaryFolder(), 'ledger.db');
  cpSync(original.db, db);
  cpSync(`${original.db}.d`, `${db}.d`, { recursive: true });
  return { ...original, db };
}

/** Whatever was broken off: the same calls again end with one file, as the ledger has it, that is handed over once. */
async function holdsAfterwards(installation: PayingInstallation): Promise<void> {
  const { written, already } = await write(installation);
  const [placed] = [...written, ...already];
  expect(written.length + already.length).toBe(1);
  expect(sha256Hex(readFileSync(placed?.path ?? ''))).toBe(placed?.file.hash);
  const act = { actor: 'kari', runId: RUN, names: [], on: today, reference: 'N1' };
  handOverPayout(installation, act);
  const ledger = openLedger(installation.db, { readOnly: true });
  const files = ledger.paymentFiles(RUN);
  expect(files.map(({ state, handOvers }) => [state, handOvers.length])).toEqual([['handed_over', 1]]);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  expect((await checkPayout(installation.db, RUN)).faults).toEqual([]);
}

/** Writing and handing over as one work, which is broken off somewhere. */
async function work(installation: PayingInstallation): Promise<void> {
  await write(installation);
  handOverPayout(installation, { actor: 'kari', runId: RUN, names: [], on: today, reference: 'N1' });
}

test.each(['db.commit', 'db.begin', 'file.write', 'file.rename', 'file.sync'])(
  'broken off at every %s between intent, file, record and hand-over',
  async (prefix) => {
    setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
    await work(fresh());
    const points = faultPointsPassed();
    expect(points).toBeGreaterThan(0);
    for (let occurrence = 1; occurrence <= points; occurrence += 1) {
      const installation = fresh();
      setFaultPlan({ action: 'fail', prefix, occurrence });
      await expect(work(installation)).rejects.toThrow();
      setFaultPlan(undefined);
      await holdsAfterwards(installation);
      rmSync(installation.db);
    }
  },
);

test.each(['kill:db.commit:1', 'kill:file.write:1', 'kill:file.rename:1', 'kill:db.commit:2'])(
  'the process is ended at once: %s',
  async (plan) => {
    const installation = fresh();
    const settings = { ledger: installation.db, actor: 'kari', payment: installation.payment };
    const script = `const { openNorsktilskudd } = require(${JSON.stringify(join(__dirname, '../../../dist/index.js'))});
      openNorsktilskudd(${JSON.stringify(settings)}).writePayout('${RUN}', { channel: 'pain001', on: '${ON}', reason: 'x' })
        .then(() => process.exit(0), (cause) => { console.error(cause); process.exit(1); });`;
    const preload = join(__dirname, '../../support/fault-plan.cjs');
    const { signal, stderr } = spawnSync(process.execPath, ['-r', preload, '-e', script], {
      env: { ...process.env, FAULT_PLAN: plan },
      encoding: 'utf8',
    });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    await holdsAfterwards(installation);
  },
);

test('two operators at once: one file, whoever wins', async () => {
  const installation = fresh();
  const both = await Promise.allSettled([write(installation), write(installation)]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  await holdsAfterwards(installation);
});

test('one gives the file up while another hands it over: one wins', async () => {
  const installation = fresh();
  await write(installation);
  handOverPayout(installation, { actor: 'kari', runId: RUN, names: [], on: today, reference: 'N1' });
  const given = () => discardPayout(installation, { actor: 'ola', runId: RUN, names: [], reason: 'x' });
  expect(given().files).toEqual([]);
  await holdsAfterwards(installation);
});
