import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BreakPoint, brokenAt, FAULT_KINDS, type FaultStage, makeStages } from '../faults/fault-play';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const FAULT_PLAN = join(__dirname, '..', 'support', 'fault-plan.cjs');

let stages: Awaited<ReturnType<typeof makeStages>>;
/** The built program throughout: its build stands in the manifest and differs from that of the tests' own code. */
let builtStages: Awaited<ReturnType<typeof makeStages>>;
beforeAll(async () => {
  stages = await makeStages();
  builtStages = await makeStages(async (cwd, argv) => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd, encoding: 'utf8' });
    return { code: status ?? 1, err: stderr };
  });
});

/** Every point of every kind, but of the many files that are only read each tenth. */
async function brokenAtAll(stage: FaultStage, breakOff?: Parameters<typeof brokenAt>[2]): Promise<string[]> {
  const faults: string[] = [];
  for (const prefix of FAULT_KINDS) {
    const step = prefix === 'file.read' ? 10 : 1;
    for (let occurrence = 1; occurrence <= stage.points[prefix]; occurrence += step) {
      faults.push(await brokenAt(stage, { prefix, occurrence }, breakOff));
    }
  }
  return faults.filter((fault) => fault !== '');
}

/** In a process of its own, which ends at once as in a power cut. */
async function kill(work: string, argv: readonly string[], point: BreakPoint): Promise<number | null> {
  const env = { ...process.env, FAULT_PLAN: `kill:${point.prefix}:${point.occurrence}` };
  return spawnSync(process.execPath, ['-r', FAULT_PLAN, BIN, ...argv], { cwd: work, env }).status;
}

test('a run that fails at any point', async () => expect(await brokenAtAll(stages.run)).toEqual([]));
test('an approval that fails at any point', async () => expect(await brokenAtAll(stages.approve)).toEqual([]));
test('a run that is killed at any point', async () => expect(await brokenAtAll(builtStages.run, kill)).toEqual([]));
test('an approval that is killed at any point', async () =>
  expect(await brokenAtAll(builtStages.approve, kill)).toEqual([]));
