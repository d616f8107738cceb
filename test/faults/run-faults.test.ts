import { brokenAt, type FaultKind, type FaultStage, makeStages } from './fault-play';

let stages: Awaited<ReturnType<typeof makeStages>>;
beforeAll(async () => {
  stages = await makeStages();
}, 60_000);

/** The last point of each kind that writes; test/slow breaks off at every point, and kills. */
const KINDS: readonly FaultKind[] = ['db', 'file.write', 'file.sync', 'file.rename'];

async function brokenAtSome(stage: FaultStage): Promise<string[]> {
  const faults: string[] = [];
  for (const prefix of KINDS) {
    if (stage.points[prefix] === 0) continue;
    faults.push(await brokenAt(stage, { prefix, occurrence: stage.points[prefix] }));
  }
  return faults.filter((fault) => fault !== '');
}

test('a run broken off anywhere leaves the old or the new state, and again gives the same draft', async () => {
  expect(await brokenAtSome(stages.run)).toEqual([]);
}, 60_000);

test('an approval broken off anywhere leaves the old or the new state, and again posts once', async () => {
  expect(await brokenAtSome(stages.approve)).toEqual([]);
}, 60_000);
