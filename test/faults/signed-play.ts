import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyApprovals } from '../../src/audit/verify/verify-approvals';
import { faultPointsPassed, setFaultPlan } from '../../src/effects';
import { openLedger } from '../../src/ledger';
import { CASE, makeSignedLedger, ok, runIdOfTerm } from '../cli/approval/support';
import { cli, today } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { type Act, type BreakPoint, copyOf, FAULT_KINDS, type FaultKind } from './fault-play';

/** An act with keys that is to be broken off. */
export interface SignedStage {
  readonly name: string;
  readonly before: string;
  /** Where it is played: the ledger knows its run folders by their whole paths. */
  readonly work: string;
  readonly argv: readonly string[];
  /** Fault points that it passes. */
  readonly points: ReadonlyMap<FaultKind, number>;
  readonly old: SignedState;
  readonly undisturbed: SignedState;
}

/** What a ledger and the files beside it say; times and heads are left out, since they differ each time. */
interface SignedState {
  readonly ledger: string;
  /** The folder of signatures, the list that is signed, the stored snapshots. */
  readonly beside: readonly string[];
}

const KARI = ['--as', 'Kari Kjører', '--key', 'kari.key'];
const ASTRID = ['--as', 'Astrid Attestant', '--key', 'astrid.key'];
const OLA = ['--as', 'Ola Godkjenner', '--key', 'ola.key'];
const DB = ['--db', 'ledger.db'];

/** Every act with a key, with its fault points of some kinds: sign, attest, approve, outcome, lists sign, lists adopt, prune. */
export async function makeSignedStages(kinds: readonly FaultKind[] = FAULT_KINDS): Promise<SignedStage[]> {
  const cwd = temporaryFolder();
  const stages: SignedStage[] = [];
  const stage = async (name: string, ...argv: string[]): Promise<void> => {
    const before = copyOf(cwd);
    const old = stateOf(cwd);
    await ok(cwd, ...argv);
    const undisturbed = stateOf(cwd);
    const after = copyOf(cwd);
    const points = await pointsOf(before, cwd, argv, kinds);
    stages.push({ name, before, work: cwd, argv, points, old, undisturbed });
    restore(after, cwd);
  };
  await makeSignedLedger(cwd, 'ledger.db');
  const runId = await runIdOfTerm(cwd, 'ledger.db', '2019-T3');
  await stage('sign', 'sign', runId, ...KARI, ...DB);
  await stage('attest', 'attest', runId, ...ASTRID, ...DB);
  await stage('approve', 'approve', runId, ...OLA, ...DB);
  await stage('outcome', 'outcome', '--batch', runId, '--paid', '--on', today(), ...KARI, ...DB);
  await ok(cwd, 'keys', 'new', '--name', 'Per Ny', '--role', 'approver', '--out', 'per.key');
  const persons = ['kari', 'astrid', 'per'].flatMap((name) => ['--person', `${name}.key.person.json`]);
  await ok(cwd, 'lists', 'propose', 'approvers', ...persons, '--out', 'next.json', ...DB);
  await ok(cwd, 'lists', 'sign', 'next.json', ...KARI);
  await stage('lists sign', 'lists', 'sign', 'next.json', ...ASTRID);
  await stage('lists adopt', 'lists', 'adopt', 'next.json', '--as', 'kari', ...DB);
  await ok(cwd, 'import', '--extract', join(CASE, '2019-T4', 'extract'), ...DB);
  await stage('prune', 'prune', ...KARI, ...DB);
  return stages;
}

/** Puts a state back into the folder in which it was made. */
function restore(before: string, work: string): void {
  rmSync(work, { recursive: true, force: true });
  cpSync(before, work, { recursive: true });
}

async function pointsOf(
  before: string,
  work: string,
  argv: readonly string[],
  kinds: readonly FaultKind[],
): Promise<SignedStage['points']> {
  const points = new Map<FaultKind, number>();
  for (const prefix of kinds) {
    restore(before, work);
    setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
    try {
      await ok(work, ...argv);
      points.set(prefix, faultPointsPassed());
    } finally {
      setFaultPlan(undefined);
    }
  }
  return points;
}

function stateOf(folder: string): SignedState {
  const ledger = openLedger(join(folder, 'ledger.db'));
  try {
    const batches = ledger.batches().map(({ runId, state, posting, approvals }) => ({
      ...{ runId, state, posting, approvals: approvals.map(({ role, actor }) => `${role} ${actor}`) },
      signatures: ledger.signaturesOf(runId).map(({ role, actor }) => `${role} ${actor}`),
      outcomes: ledger.trackedPayments(runId).map(({ paymentKey, state: fate }) => `${paymentKey} ${fate}`),
    }));
    const lists = ledger.adoptedLists('approvers').map(({ hash }) => hash);
    const acts = [...ledger.journalBodies()].map((body) => JSON.parse(body).act);
    const { faults } = ledger.verify();
    const runs = join(folder, 'ledger.db.d', 'runs');
    const signed = ledger.batches().map(({ runId }) => {
      const { signatures, problems } = verifyApprovals(join(runs, runId));
      return { signatures: signatures.map(({ role, name }) => `${role} ${name}`), problems };
    });
    const list = join(folder, 'next.json');
    const snapshots = readdirSync(join(folder, 'ledger.db.d', 'snapshots')).filter((name) => !name.endsWith('.part'));
    return {
      ledger: JSON.stringify({ batches, lists, acts, faults, head: ledger.postingHead() }),
      beside: [JSON.stringify(signed), existsSync(list) ? readFileSync(list, 'utf8') : '', snapshots.join()],
    };
  } finally {
    ledger.close();
  }
}

/**
 * Breaks a stage off at a point and says what is wrong then: ledger and files must each be the old or the new ones (of the
 * signatures there may be none for a moment), and the same act done again must come to what the undisturbed one came to,
 * with nothing left lying about. Empty where all is well.
 */
export async function signedBrokenAt(
  stage: SignedStage,
  point: BreakPoint,
  breakOff: (work: string, argv: readonly string[], point: BreakPoint) => Promise<number | null> = failInProcess,
  act: Act = cli,
): Promise<string> {
  const place = `${stage.name} ${point.prefix}:${point.occurrence}`;
  const { work, old, undisturbed } = stage;
  restore(stage.before, work);
  const code = await breakOff(work, stage.argv, point);
  const left = stateOf(work);
  if (left.ledger !== old.ledger && left.ledger !== undisturbed.ledger) return `${place}: neither old nor new`;
  const isWhole = (text: string, index: number): boolean =>
    text === old.beside[index] || text === undisturbed.beside[index] || (index === 0 && text === UNSIGNED);
  const half = left.beside.find((text, index) => !isWhole(text, index));
  if (half !== undefined) return `${place}: neither old nor new beside: ${half}`;
  if (code === 0 && left.ledger !== undisturbed.ledger) return `${place}: ended well, but not with the new state`;
  const again = await act(work, stage.argv);
  if (again.code !== 0) return `${place}: again it ended with ${again.code}: ${again.err}`;
  const then = stateOf(work);
  if (!sameExceptRepeats(then, undisturbed)) return `${place}: again it came to something else`;
  return leftovers(work).length === 0 ? '' : `${place}: left behind ${leftovers(work).join(', ')}`;
}

const UNSIGNED = JSON.stringify([{ signatures: [], problems: [] }]);

/** A deletion that was written down and broken off before the file went is written down again. */
function sameExceptRepeats(found: SignedState, expected: SignedState): boolean {
  const acts = ({ ledger }: SignedState): string => ledger.replaceAll('"prune","prune"', '"prune"');
  return acts(found) === acts(expected) && found.beside.join('\n') === expected.beside.join('\n');
}

/** Unfinished files and folders beside run folders and lists. */
function leftovers(work: string): string[] {
  const names = readdirSync(work, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.part') && !name.includes('next.json'));
}

async function failInProcess(work: string, argv: readonly string[], point: BreakPoint): Promise<number> {
  setFaultPlan({ action: 'fail', ...point });
  try {
    return (await cli(work, argv)).code;
  } finally {
    setFaultPlan(undefined);
  }
}
