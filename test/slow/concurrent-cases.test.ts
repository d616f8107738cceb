import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { ok } from '../cli/approval/support';
import { casePlace } from '../faults/case-play';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const KARI = ['--as', 'kari', '--reason', 'prøve'];
const CLAIM = ['claim', 'propose', '1', '--recipient', '1507', '--group', 'persontilskudd'];

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Runs commands of the built program at once, each in a process of its own. */
function atOnce(cwd: string, ...commands: readonly (readonly string[])[]): Promise<Ended[]> {
  return Promise.all(
    commands.map(
      (argv) =>
        new Promise<Ended>((ended) => {
          const child = spawn(process.execPath, [BIN, ...argv, '--json'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
          const err: string[] = [];
          child.stderr.on('data', (chunk) => err.push(String(chunk)));
          child.on('close', (code) => ended({ code, err: err.join('') }));
        }),
    ),
  );
}

/** A ledger in which 1507 owes 5,000, with an open case. */
async function withCase(): Promise<string> {
  const cwd = casePlace();
  await ok(cwd, 'case', 'new', '--kind', 'recovery', '--recipient', '1507', '--reference', '24/9', ...KARI);
  return cwd;
}

/** What is in force, and what is carried; all of it holds together. */
function standOf(cwd: string): { acts: string[]; carriedNok: number } {
  const ledger = openLedger(join(cwd, 'norsktilskudd.db'), { readOnly: true });
  try {
    expect(ledger.verify().faults).toEqual([]);
    const [row] = ledger.postedState().balances;
    return { acts: ledger.caseActs().map(({ act, kind }) => `${act} ${kind}`), carriedNok: row?.balanceNok ?? 0 };
  } finally {
    ledger.close();
  }
}

const confirm = (act: number, name: string): string[] => ['case', 'confirm', String(act), '--as', name];

test('two claims on one balance confirmed at once: one stands, the other is refused', async () => {
  const cwd = await withCase();
  for (let number = 0; number < 2; number += 1) await ok(cwd, ...CLAIM, '--amount', '3000', ...KARI);
  const ended = await atOnce(cwd, confirm(1, 'ola'), confirm(2, 'eva'));
  expect(ended.map(({ code, err }) => [code, err]).sort()).toEqual([
    [0, ''],
    [6, expect.stringContaining('LEDGER_CLAIM_ABOVE_BALANCE')],
  ]);
  expect(ended.find(({ code }) => code === 6)?.err).toContain('LEDGER_CLAIM_ABOVE_BALANCE');
  expect(standOf(cwd)).toMatchObject({ acts: [expect.stringContaining('claim')], carriedNok: -2000 });
});

test('one claim confirmed by two and dropped by a third at once: one of them wins, and the money goes once or not at all', async () => {
  const cwd = await withCase();
  await ok(cwd, ...CLAIM, ...KARI);
  const drop = ['case', 'withdraw', '1', '--reason', 'feil', '--as', 'kari'];
  const ended = await atOnce(cwd, confirm(1, 'ola'), confirm(1, 'eva'), drop);
  const { acts, carriedNok } = standOf(cwd);
  expect([acts.length, carriedNok]).toEqual(acts.length === 1 ? [1, 0] : [0, -5000]);
  // Whoever comes to a claim in force with the wish to drop it has proposed its withdrawal.
  const [first, second] = ended;
  expect([first?.code, second?.code].filter((code) => code === 0)).toHaveLength(acts.length);
});

test('blocks, pins and adjustments proposed at once are numbered one after the other', async () => {
  const cwd = await withCase();
  const propose = (kind: string, ...what: string[]): string[] => ['case', 'propose', '1', kind, ...what, ...KARI];
  const ended = await atOnce(
    cwd,
    propose('block', '--recipient', '1507', '--from', '2018-01-01', '--to', '2018-12-31'),
    propose('pin_count', '--year', '2018', '--recipient', '1103', '--amount', '4'),
    propose('pin_count', '--year', '2018', '--recipient', '1103', '--amount', '5'),
  );
  expect(ended.map(({ code, err }) => [code, err])).toEqual([0, 0, 0].map((code) => [code, '']));
  await atOnce(cwd, confirm(1, 'ola'), confirm(2, 'ola'), confirm(3, 'ola'));
  expect(
    standOf(cwd)
      .acts.map((text) => text.split(' ')[0])
      .sort(),
  ).toEqual(['1', '2', '3']);
});

test('folders of runs deleted and the ledger put back from its copy while a claim is confirmed', async () => {
  const cwd = await withCase();
  await ok(cwd, ...CLAIM, ...KARI);
  const [, , restored] = await atOnce(
    cwd,
    confirm(1, 'ola'),
    ['prune', '--runs', ...KARI],
    ['ledger', 'restore', 'copy.db'],
  );
  // The copy knows nothing of the case: putting it back would lose acts.
  expect([restored?.code, restored?.err]).toEqual([6, expect.stringContaining('LEDGER_RESTORE_ACTS_LOST')]);
  expect(standOf(cwd)).toEqual({ acts: ['1 claim'], carriedNok: 0 });
});
