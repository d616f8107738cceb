import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultPointsPassed, setFaultPlan } from '../../src/effects';
import { openLedger } from '../../src/ledger';
import { cli, today } from '../cli/support';
import { draftOf, KARI as KARI_AT, postRun } from '../ledger/support';
import { temporaryFolder } from '../support/temporary-folder';
import type { BreakPoint } from './fault-play';

/** Acts one after the other; each is broken off, looked at, and done again where it had not been done. */
export type Road = readonly (readonly string[])[];

const KARI = ['--as', 'kari', '--reason', 'prøve'];
const [OLA, DAYS] = [
  ['--as', 'ola'],
  ['--from', '2018-01-01', '--to', '2018-12-31'],
];
const propose = (kind: string, ...what: string[]): string[] => ['case', 'propose', '1', kind, ...what, ...KARI];
const confirm = (act: number): string[] => ['case', 'confirm', String(act), ...OLA];
const withdraw = (act: number): string[] => ['case', 'withdraw', String(act), ...KARI];
const OVER = ['prune', '--cases', '--retention-expired', '2099-01-01'];
const OPEN = ['case', 'new', '--kind', 'recovery', '--recipient', '1507', '--reference', '24/9', ...KARI];

/** Roads of cases, by what they are about; each begins with a ledger in which 1507 owes 5,000. */
export const CASE_ROADS: Readonly<Record<string, Road>> = {
  'a claim': [
    OPEN,
    ['claim', 'propose', '1', '--recipient', '1507', '--group', 'persontilskudd', ...KARI],
    confirm(1),
    ['claim', 'paid', '1', '--amount', '1000', '--on', today(), ...KARI],
    confirm(2),
    ['claim', 'write-off', '1', '--case', '1', '--amount', '500', ...KARI],
    confirm(3),
    withdraw(3),
    confirm(4),
  ],
  'a block, a pin and an adjustment': [
    OPEN,
    propose('block', '--recipient', '1507', ...DAYS),
    confirm(1),
    propose('pin_count', '--year', '2018', '--recipient', '1504', '--amount', '4'),
    confirm(2),
    propose(
      'adjustment',
      ...['--year', '2018', '--component', 'persontilskudd', '--recipient', '1507'],
      ...['--person', '201712345601', '--amount', '-100', '--code', 'P-JUST'],
    ),
    withdraw(3),
    withdraw(1),
    confirm(4),
    ['case', 'decide', '1', '--decision', 'upheld', '--reason', 'medhold', ...OLA],
    ['case', 'close', '1', ...KARI],
  ],
  'a case whose time is over': [
    OPEN,
    ['case', 'decide', '1', '--decision', 'dismissed', '--reason', 'avvist', ...OLA],
    ['case', 'close', '1', ...KARI],
    [...OVER, ...KARI],
    [...OVER, ...OLA, '--reason', 'prøve'],
  ],
  'folders of runs': [['prune', '--runs', ...KARI]],
  'a copy that is put back': [['ledger', 'restore', 'copy.db']],
};

/** The acts by which money moves, and those that change files beside the ledger. */
export const SHORT_ROAD: Road = [
  OPEN,
  ['claim', 'propose', '1', '--recipient', '1507', '--group', 'persontilskudd', ...KARI],
  confirm(1),
  withdraw(1),
  ['prune', '--runs', ...KARI],
];

/** A ledger in which 1507 owes 5,000, with the folder of a run that was withdrawn, and a copy of it. */
export function casePlace(): string {
  const folder = temporaryFolder();
  const db = join(folder, 'norsktilskudd.db');
  const ledger = openLedger(db, { create: { rehearsal: false, by: KARI_AT } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 31_900 }] });
  postRun(ledger, { term: 2, lines: [{ recipient: '1507', due: 26_900, posted: 31_900 }] });
  const { batch } = ledger.recordDraft(
    draftOf(ledger, { term: 3, lines: [{ recipient: '1507', due: 27_000, posted: 26_900 }] }),
  );
  ledger.withdraw(batch.runId, { ...KARI_AT, reason: 'feil' });
  ledger.close();
  const run = join(`${db}.d`, 'runs', batch.runId);
  mkdirSync(run, { recursive: true });
  writeFileSync(join(run, 'payout_lines.csv'), 'person_ref\n');
  cpSync(db, join(folder, 'copy.db'));
  return folder;
}

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

interface Stand {
  readonly ledger: unknown;
  readonly files: readonly string[];
}

/** What the ledger says of cases, claims and deletions, and which files lie beside it; times and heads left out. */
function standOf(folder: string): Stand {
  const db = join(folder, 'norsktilskudd.db');
  const ledger = openLedger(db, { readOnly: true });
  try {
    expect(ledger.verify().faults).toEqual([]);
    const files = readdirSync(folder, { recursive: true }).map(String);
    const stated = {
      acts: [...ledger.journalBodies()].map((body) => JSON.parse(body).act),
      cases: ledger.cases().map(({ state, acts }) => [state, acts.map((act) => `${act.act} ${act.state}`)]),
      inForce: ledger.caseActs().map(({ act, kind, order, amount }) => [act, kind, order, amount]),
      balances: ledger.postedState().balances,
    };
    // A second name of the ledger that a copy replaces, given again, holds the same; what a killed process began, prune deletes.
    return { ledger: stated, files: files.filter((name) => !/access|replaced-[2-9]|\.part$/.test(name)).sort() };
  } finally {
    ledger.close();
  }
}

/** Points of a kind that an act passes. */
async function pointsOf(before: string, act: readonly string[], prefix: string): Promise<number> {
  setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
  try {
    expect(await cli(copyOf(before), act)).toMatchObject({ code: 0 });
    return faultPointsPassed();
  } finally {
    setFaultPlan(undefined);
  }
}

/** In this process, as a disk that is full. */
export async function failAct(folder: string, act: readonly string[], point: BreakPoint): Promise<void> {
  setFaultPlan({ action: 'fail', ...point });
  try {
    await cli(folder, act);
  } finally {
    setFaultPlan(undefined);
  }
}

/** Acts that can be given twice; any other is given again only where it has not been done. */
const REPEATABLE: readonly string[] = ['prune', 'ledger'];

/** A deletion that was written down and broken off before the folder went is written down again. */
const unrepeated = (stand: Stand): unknown =>
  JSON.parse(JSON.stringify(stand).replaceAll('"prune","prune"', '"prune"'));

/** How and where acts are broken off. */
export interface Breaking {
  readonly prefixes: readonly BreakPoint['prefix'][];
  /** Numbers of points, of so many. */
  readonly chosen: (points: number) => readonly number[];
  readonly breakOff: typeof failAct;
}

/** Does an act, and breaks it off at points: it has been done or not at all, and done again it comes to the same. */
async function playAct(before: string, act: readonly string[], how: Breaking): Promise<string> {
  const after = copyOf(before);
  expect(await cli(after, act)).toMatchObject({ code: 0, err: '' });
  const [old, meant] = [standOf(before), standOf(after)];
  for (const prefix of how.prefixes) {
    for (const occurrence of how.chosen(await pointsOf(before, act, prefix))) {
      const where = `${act.join(' ')} ${prefix}:${occurrence}`;
      const folder = copyOf(before);
      await how.breakOff(folder, act, { prefix, occurrence });
      const left = standOf(folder).ledger;
      if (JSON.stringify(left) === JSON.stringify(meant.ledger) && !REPEATABLE.includes(act[0] ?? '')) continue;
      if (!REPEATABLE.includes(act[0] ?? '')) expect([where, left]).toEqual([where, old.ledger]);
      const { code, err } = await cli(folder, act);
      expect([where, code, code === 0 ? '' : err]).toEqual([where, 0, '']);
      expect([where, unrepeated(standOf(folder))]).toEqual([where, unrepeated(meant)]);
    }
  }
  return after;
}

/** Plays a road from a ledger on; the folder in which it ends. */
export async function playRoad(road: Road, how: Breaking): Promise<string> {
  let folder = casePlace();
  for (const act of road) folder = await playAct(folder, act, how);
  return folder;
}
