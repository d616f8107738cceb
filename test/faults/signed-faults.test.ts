import type { FaultKind } from './fault-play';
import { makeSignedStages, type SignedStage, signedBrokenAt } from './signed-play';

/** The last point of each kind that leaves something behind; test/slow breaks off at every point, and kills. */
const KINDS: readonly FaultKind[] = ['db', 'file.write', 'file.rename', 'file.remove'];

let stages: SignedStage[] = [];
beforeAll(async () => {
  stages = await makeSignedStages(KINDS);
}, 120_000);

test('every act with a key, broken off, leaves the old or the new state, and again comes to the same', async () => {
  const faults: string[] = [];
  for (const stage of stages) {
    for (const prefix of KINDS) {
      const occurrence = stage.points.get(prefix) ?? 0;
      if (occurrence > 0) faults.push(await signedBrokenAt(stage, { prefix, occurrence }));
    }
  }
  expect(faults.filter((fault) => fault !== '')).toEqual([]);
}, 120_000);
