import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultPointsPassed, InjectedFault, setFaultPlan } from '../../../src/effects';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approversList, signedInput, signer } from '../signing-support';
import { approvalOf, draftOf, KARI, OLA, postRun } from '../support';

const folder = temporaryFolder();
const LINES = [
  { recipient: '1507', due: 20_000, posted: 31_900 },
  { recipient: '0301', due: 13_600, person: 2 },
];
const kari = signer(KARI.actor, 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer(OLA.actor, 'approver');

/** What a ledger says of itself: everything that an act could change. */
function stateOf(path: string): object {
  const ledger = openLedger(path, { readOnly: true });
  try {
    const heads = { posting: ledger.postingHead(), journal: ledger.journalHead() };
    const payments = ledger.batches().flatMap((batch) => ledger.paymentsOf(batch.runId));
    return { ...heads, batches: ledger.batches(), payments, balances: ledger.postedState().balances };
  } finally {
    ledger.close();
  }
}

/** Whether an act ends well although an effect of it fails: only the file beside the ledger, which is written afterwards. */
function endsWell(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (cause) {
    if (!(cause instanceof InjectedFault)) throw cause;
    return false;
  }
}

/**
 * A ledger as it was, with its note. What is posted with a copy is told beside the original, too, which is why the note there
 * is put back as well.
 */
function putBack(before: string, note: string, path: string): void {
  rmSync(path, { force: true });
  copyFileSync(before, path);
  for (const ledger of [before, path]) {
    mkdirSync(`${ledger}.d`, { recursive: true });
    writeFileSync(`${ledger}.d/posted.txt`, note);
  }
}

/** Fails the n-th effect of an act, for every n: afterwards the ledger is as before or as after, and whole. */
function failEverywhere(
  before: string,
  work: (ledger: Ledger) => void,
): { old: number; afterwards: number; done: number } {
  const path = join(folder, 'faulty.db');
  const note = readFileSync(`${before}.d/posted.txt`, 'utf8');
  putBack(before, note, path);
  const open = openLedger(path);
  setFaultPlan(undefined);
  work(open);
  const points = faultPointsPassed();
  open.close();
  const [oldState, newState] = [stateOf(before), stateOf(path)];
  expect(newState).not.toEqual(oldState);
  const ends = { old: 0, afterwards: 0, done: 0 };
  for (let occurrence = 1; occurrence <= points; occurrence += 1) {
    putBack(before, note, path);
    const ledger = openLedger(path);
    setFaultPlan({ action: 'fail', prefix: '', occurrence });
    const isDone = endsWell(() => work(ledger));
    setFaultPlan(undefined);
    ledger.close();
    expect([occurrence, stateOf(path)]).toEqual([occurrence, isDone ? newState : oldState]);
    if (isDone) ends.afterwards += 1;
    else ends.old += 1;
    const again = openLedger(path);
    work(again);
    again.close();
    expect(stateOf(path)).toEqual(newState);
    ends.done += 1;
  }
  writeFileSync(`${before}.d/posted.txt`, note);
  return ends;
}

test('approve, by name: the old state or the new one, whatever fails', () => {
  const path = join(folder, 'plain.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 31_900 }] });
  const { batch } = ledger.recordDraft(draftOf(ledger, { term: 2, lines: LINES }));
  ledger.close();
  const { old, afterwards, done } = failEverywhere(path, (open) => void open.approve(batch.runId, approvalOf(batch)));
  expect(old).toBeGreaterThan(20);
  expect(afterwards).toBeLessThan(20);
  expect(done).toBe(old + afterwards);
});

test('sign, attest and approve with keys: the old state or the new one, whatever fails', () => {
  const path = join(folder, 'signed.db');
  const list = approversList([kari, astrid, ola]);
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers: list } });
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 31_900 }] }));
  const acts = [
    (open: Ledger) => void open.signDraft(batch.runId, signedInput(open, batch, kari, 'runner')),
    (open: Ledger) => void open.attest(batch.runId, signedInput(open, batch, astrid, 'attestant')),
    (open: Ledger) => void open.approve(batch.runId, signedInput(open, batch, ola, 'approver')),
  ];
  for (const act of acts) {
    expect(failEverywhere(path, act).old).toBeGreaterThan(2);
    act(ledger);
  }
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});
