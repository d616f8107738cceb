import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultPointsPassed, setFaultPlan } from '../../src/effects';
import { openLedger } from '../../src/ledger';
import { madeExtract } from '../cli/made-extract';
import { type CliResult, cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

/** How a command is run: in this process, or by the built program in one of its own. */
export type Act = (cwd: string, argv: readonly string[]) => Promise<Pick<CliResult, 'code' | 'err'>>;

/** A ledger with one posted batch, and the second run or its approval, which are to be broken off. */
export interface FaultStage {
  /** State before, to start from each time. */
  readonly before: string;
  readonly argv: readonly string[];
  readonly act: Act;
  /** What the undisturbed act leaves. */
  readonly undisturbed: string;
  /** Fault points that it passes, by the beginning of their names. */
  readonly points: Readonly<Record<FaultKind, number>>;
}

/** Kinds of fault points. Files that are only read come last: they are most, and can leave nothing behind. */
export const FAULT_KINDS = [
  'db',
  'file.write',
  'file.sync',
  'file.rename',
  'file.remove',
  'file.mkdir',
  'file.mode',
  'file.open',
  'clock',
  'random',
  'file.read',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A place to break off: the n-th point of a kind. */
export interface BreakPoint {
  readonly prefix: FaultKind;
  readonly occurrence: number;
}

const ACT = ['--db', 'ledger.db', '--json'];

/** Stages in a folder of their own. */
export async function makeStages(act: Act = cli): Promise<{ run: FaultStage; approve: FaultStage }> {
  const root = temporaryFolder();
  const first = madeExtract(join(root, 'first'), '2018-04-02', { personer: '2' });
  const second = madeExtract(join(root, 'second'), '2018-07-02', {
    personer: '2',
    opphold: '0301 til 2018-03-31, 1103 fra 2018-04-01',
  });
  const before = join(root, 'before-run');
  mkdirSync(before);
  await must(act, before, ['run', '--extract', first, ...runFlags(1)]);
  await must(act, before, ['approve', idOf(before), '--as', 'ola', ...ACT]);
  const run = ['run', '--extract', second, ...runFlags(2)];
  const runStage = await stageOf(act, before, run);
  const drafted = join(root, 'before-approval');
  cpSync(before, drafted, { recursive: true });
  await must(act, drafted, run);
  const approve = ['approve', idOf(drafted), '--as', 'ola', ...ACT];
  return { run: runStage, approve: await stageOf(act, drafted, approve) };
}

function runFlags(term: number): string[] {
  const flags = ['--year', '2018', '--term', String(term), '--exclude', 'grunntilskudd', '--out', `run-${term}`];
  return [...flags, '--pseudonym-key-file', 'key', '--rehearsal', '--as', 'kari', ...ACT];
}

async function must(act: Act, cwd: string, argv: readonly string[]): Promise<void> {
  const answer = await act(cwd, argv);
  if (answer.code !== 0) throw new Error(`${argv[0]} ended with ${answer.code}: ${answer.err}`);
}

/** Id of the last draft. */
function idOf(folder: string): string {
  const ledger = openLedger(join(folder, 'ledger.db'));
  try {
    return ledger.batches().at(-1)?.runId ?? '';
  } finally {
    ledger.close();
  }
}

async function stageOf(act: Act, before: string, argv: readonly string[]): Promise<FaultStage> {
  const work = copyOf(before);
  try {
    await must(act, work, argv);
    const undisturbed = stateOf(work);
    const points = {
      db: 0,
      'file.write': 0,
      'file.sync': 0,
      'file.rename': 0,
      'file.remove': 0,
      'file.mkdir': 0,
      'file.mode': 0,
      'file.open': 0,
      clock: 0,
      random: 0,
      'file.read': 0,
    };
    for (const prefix of FAULT_KINDS) points[prefix] = await pointsPassed(before, argv, prefix);
    return { before, argv, act, undisturbed, points };
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function pointsPassed(before: string, argv: readonly string[], prefix: FaultKind): Promise<number> {
  const work = copyOf(before);
  try {
    setFaultPlan({ action: 'fail', prefix, occurrence: Number.MAX_SAFE_INTEGER });
    await must(cli, work, argv);
    return faultPointsPassed();
  } finally {
    setFaultPlan(undefined);
    rmSync(work, { recursive: true });
  }
}

/** A copy of a state to work on. */
export function copyOf(before: string): string {
  const work = temporaryFolder();
  cpSync(before, work, { recursive: true });
  return work;
}

/** Everything that a result hangs on: batches with their states and sums, postings' head, and every file of run 2. */
export function stateOf(folder: string): string {
  const ledger = openLedger(join(folder, 'ledger.db'));
  try {
    const batches = ledger
      .batches()
      .map(({ runId, state, lines, paidNok, manifestHash }) => [runId, state, lines, paidNok, manifestHash]);
    const report = ledger.verify();
    const out = join(folder, 'run-2');
    const files = existsSync(out)
      ? readdirSync(out).map((name) => [name, readFileSync(join(out, name)).toString('hex')])
      : [];
    return JSON.stringify({ batches, head: ledger.postingHead(), faults: report.faults, files });
  } finally {
    ledger.close();
  }
}

/**
 * Breaks a stage off at a point and says what is wrong then: the state must be the old one or the new one, and the same
 * act done again must come to what the undisturbed one came to. Empty where all is well.
 */
export async function brokenAt(
  stage: FaultStage,
  point: BreakPoint,
  breakOff: (work: string, argv: readonly string[], point: BreakPoint) => Promise<number | null> = failInProcess,
): Promise<string> {
  const name = `${point.prefix}:${point.occurrence}`;
  const work = copyOf(stage.before);
  try {
    const old = stateOf(work);
    const code = await breakOff(work, stage.argv, point);
    const left = stateOf(work);
    // A folder may stand whose draft did not come into the ledger: the next run takes it over.
    const ledgerOf = (state: string): string => JSON.stringify({ ...JSON.parse(state), files: [] });
    if (![old, stage.undisturbed].some((state) => ledgerOf(state) === ledgerOf(left)))
      return `${name}: neither old nor new`;
    const filesOf = (state: string): string => JSON.stringify(JSON.parse(state).files);
    if (![old, stage.undisturbed].some((state) => filesOf(state) === filesOf(left)))
      return `${name}: half a run folder`;
    if (code === 0 && left !== stage.undisturbed) return `${name}: ended well, but not with the new state`;
    const again = await stage.act(work, stage.argv);
    if (again.code !== 0) return `${name}: again it ended with ${again.code}: ${again.err}`;
    return stateOf(work) === stage.undisturbed ? '' : `${name}: again it came to something else`;
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function failInProcess(work: string, argv: readonly string[], point: BreakPoint): Promise<number> {
  setFaultPlan({ action: 'fail', ...point });
  try {
    return (await cli(work, argv)).code;
  } finally {
    setFaultPlan(undefined);
  }
}
