import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BreakPoint, FAULT_KINDS } from '../faults/fault-play';
import { makeSignedStages, type SignedStage, signedBrokenAt } from '../faults/signed-play';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const FAULT_PLAN = join(__dirname, '..', 'support', 'fault-plan.cjs');

let stages: SignedStage[] = [];
beforeAll(async () => {
  stages = await makeSignedStages();
});

/** Every point of every kind, but of the many files that are only read each tenth. */
async function brokenAtAll(breakOff?: Parameters<typeof signedBrokenAt>[2]): Promise<string[]> {
  const faults: string[] = [];
  for (const stage of stages) {
    for (const prefix of FAULT_KINDS) {
      const step = prefix === 'file.read' ? 10 : 1;
      for (let occurrence = 1; occurrence <= (stage.points.get(prefix) ?? 0); occurrence += step) {
        faults.push(await signedBrokenAt(stage, { prefix, occurrence }, breakOff));
      }
    }
  }
  return faults.filter((fault) => fault !== '');
}

/** In a process of its own, which ends at once as in a power cut. */
async function kill(work: string, argv: readonly string[], point: BreakPoint): Promise<number | null> {
  const env = { ...process.env, FAULT_PLAN: `kill:${point.prefix}:${point.occurrence}` };
  return spawnSync(process.execPath, ['-r', FAULT_PLAN, BIN, ...argv], { cwd: work, env }).status;
}

test('acts with keys that fail at any point', async () => expect(await brokenAtAll()).toEqual([]));
test('acts with keys that are killed at any point', async () => expect(await brokenAtAll(kill)).toEqual([]));
