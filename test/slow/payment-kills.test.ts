import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPayout } from '../../src/app';
import { sha256Hex } from '../../src/domain';
import { faultPointsPassed, setFaultPlan } from '../../src/effects';
import { openLedger } from '../../src/ledger';
import { ON, RUN } from '../app/payout/support';
import { RUN as ANSWERED_RUN } from '../cli/receipts/example-ledger';
import { cli, today } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { answeredPlace, openingPlace, place, signedPlace } from './paying-place';

/** Points at which something is changed; between two of them a process that ends leaves the same behind. */
const POINTS = ['db.begin', 'db.exec', 'db.run', 'db.commit', 'file.mkdir', 'file.write', 'file.rename', 'file.sync'];
const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const PRELOAD = join(__dirname, '..', 'support', 'fault-plan.cjs');
const [C, E] = ['c-one-block-rejected.pain.002.001.03.xml', 'e-booked-and-pending.camt.054.001.02.xml'];

/** A road is some hundred starts of the program: on a machine at work it takes long. */
const ROAD_MS = 1_800_000;

/** A road of acts, each of which is ended at every point and then done once more. */
type Road = readonly (readonly string[])[];

const WRITE = ['payout', 'write', RUN, '--on', ON, '--reason', 'prøve', '--as', 'kari'];
const SENT = ['payout', 'sent', RUN, '--by-hand', '--reference', 'nettbank 1', '--on', today(), '--as', 'kari'];
const ROADS: Readonly<Record<string, Road>> = {
  'a file for a bank': [[...WRITE, '--channel', 'pain001'], SENT],
  'a file for the accounting system': [[...WRITE, '--channel', 'ledger-file'], SENT],
  'a file that is given up': [
    [...WRITE, '--channel', 'pain001'],
    ['payout', 'discard', RUN, '--reason', 'feil dag', '--as', 'kari'],
    [...WRITE, '--channel', 'ledger-file'],
  ],
  'the register of recipients': [
    ['recipients', 'import', 'new.csv', '--as', 'kari'],
    ['recipients', 'confirm', '0301', '--reference', 'ringt', '--as', 'ola'],
    ['recipients', 'block', '1103', '--reason', 'tvil', '--as', 'kari'],
    [...WRITE, '--channel', 'pain001', '--hold-unpayable'],
    ['recipients', 'confirm', '1103', '--reference', 'ringt', '--as', 'ola'],
    [...WRITE, '--channel', 'pain001'],
  ],
};
const ANSWERS: Road = [
  ['receipt', 'read', C, '--as', 'kari'],
  ['receipt', 'read', E, '--as', 'kari'],
  ['receipt', 'withdraw', '1', '--reason', 'feil', '--as', 'kari'],
  ['receipt', 'withdraw', '1', '--reason', 'feil', '--as', 'ola'],
];

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** What a ledger and the files beside it come to, but for times; and that all of it holds together. */
async function standOf(folder: string, runId: string): Promise<unknown> {
  const db = join(folder, 'norsktilskudd.db');
  const ledger = openLedger(db, { readOnly: true });
  try {
    const verified = ledger.verify();
    expect(verified.faults).toEqual([]);
    const files = ledger.paymentFiles(runId);
    for (const file of files.filter(({ state }) => state === 'made' || state === 'handed_over')) {
      if (runId === ANSWERED_RUN) continue;
      const path = join(`${db}.d`, 'payments', runId, file.name);
      expect([file.name, sha256Hex(readFileSync(path))]).toEqual([file.name, file.hash]);
    }
    if (files.length > 0 && runId !== ANSWERED_RUN) expect((await checkPayout(db, runId)).faults).toEqual([]);
    const standing = [...(ledger.recipientsOn(today()) ?? [])].map(([code, { account, state }]) => [
      code,
      account,
      state,
    ]);
    return {
      files: files.map(({ name, state, payments, handOvers }) => [
        ...[name, state, handOvers.length],
        payments.map(({ paymentKey, account, amountNok }) => [paymentKey, account, amountNok]),
      ]),
      outcomes: ledger
        .trackedPayments(runId)
        .map(({ paymentKey, state, outcomes }) => [paymentKey, state, outcomes.length]),
      receipts: ledger
        .receipts()
        .map(({ name, withdrawals }) => [name, withdrawals.map(({ confirmedBy }) => confirmedBy)]),
      standing,
      accessHeads: ledger.accessHeads().length,
      acts: verified.counts.acts,
    };
  } finally {
    ledger.close();
  }
}

/** Points of one name that an act passes. */
async function pointsOf(folder: string, act: readonly string[], prefix: string): Promise<number> {
  setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
  try {
    expect((await cli(folder, act)).code).toBe(0);
    return faultPointsPassed();
  } finally {
    setFaultPlan(undefined);
  }
}

/** Ends the act at every point, for real, and does it again: it comes to what it comes to at once. */
const playAct = (before: string, act: readonly string[], runId: string): Promise<string> =>
  playFrom(async () => copyOf(before), act, runId);

/** @param make a folder as it stands before the act; a copy of one would be told of a posting in another, and refuse. */
async function playFrom(make: () => Promise<string>, act: readonly string[], runId: string): Promise<string> {
  const after = await make();
  expect(await cli(after, act)).toMatchObject({ code: 0 });
  const meant = await standOf(after, runId);
  for (const point of POINTS) {
    const points = await pointsOf(await make(), act, point);
    for (let occurrence = 1; occurrence <= points; occurrence += 1) {
      const folder = await make();
      const { signal, stderr } = spawnSync(process.execPath, ['-r', PRELOAD, BIN, ...act], {
        cwd: folder,
        env: { ...process.env, FAULT_PLAN: `kill:${point}:${occurrence}` },
      });
      const where = [act.join(' '), point, occurrence];
      expect([...where, signal ?? String(stderr)]).toEqual([...where, 'SIGKILL']);
      const { code, err } = await cli(folder, act);
      expect([point, occurrence, code, code === 0 ? '' : err]).toEqual([point, occurrence, 0, '']);
      expect([point, occurrence, await standOf(folder, runId)]).toEqual([point, occurrence, meant]);
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  }
  return after;
}

test.each(Object.entries(ROADS))(
  '%s: ended at every point, and gone on with',
  async (_, road) => {
    let folder = place();
    for (const act of road) folder = await playAct(folder, act, RUN);
  },
  ROAD_MS,
);

test('answers of banks: ended at every point, and gone on with', async () => {
  let folder = answeredPlace();
  for (const act of ANSWERS) folder = await playAct(folder, act, ANSWERED_RUN);
});

test('what an earlier system paid: ended at every point, and gone on with', async () => {
  const open = ['open-ledger', '--postings', 'postings.csv', '--payments', 'payments.csv', '--as', 'kari'];
  const { out } = await cli(openingPlace(), [...open, '--json']);
  const { run_id: runId }: { run_id: string } = JSON.parse(out);
  await playAct(openingPlace(), open, runId);
  const opened = async (): Promise<string> => {
    const folder = openingPlace();
    expect((await cli(folder, open)).code).toBe(0);
    return folder;
  };
  await playFrom(opened, ['approve', runId, '--as', 'ola'], runId);
});

test(
  'acts that are signed: ended at every point, and gone on with',
  async () => {
    const { folder: signed, runId } = await signedPlace();
    const kari = ['--as', 'Kari Kjører', '--key', 'kari.key'];
    const ola = ['--as', 'Ola Godkjenner', '--key', 'ola.key'];
    const road: Road = [
      ['recipients', 'import', 'new.csv', ...kari],
      ['recipients', 'confirm', '--all', '--reference', 'ringt', ...ola],
      ['payout', 'write', runId, '--on', ON, '--reason', 'prøve', '--channel', 'pain001', '--hold-unpayable', ...kari],
      ['payout', 'sent', runId, '--by-hand', '--reference', 'nettbank 1', '--on', today(), ...kari],
    ];
    // Signatures lie beside the run, whose place the ledger knows: a copy would find those of another.
    const kept = copyOf(signed);
    const anew = async (): Promise<string> => {
      rmSync(signed, { recursive: true });
      cpSync(kept, signed, { recursive: true });
      return signed;
    };
    let folder = await playFrom(anew, ['approve', runId, ...ola], runId);
    for (const act of road) folder = await playAct(folder, act, runId);
  },
  ROAD_MS,
);
