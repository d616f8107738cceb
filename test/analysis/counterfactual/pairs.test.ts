import fc from 'fast-check';
import { areReadable } from '../../../src/analysis/counterfactual/candidate-values';
import { applyChanges } from '../../../src/analysis/counterfactual/change';
import { findChanges } from '../../../src/analysis/counterfactual/find-changes';
import { spotName, triedChanges } from '../../../src/analysis/counterfactual/single-changes';
import type { Component } from '../../../src/domain';
import { randomFacts } from './random-facts';
import { trialOf } from './support';

const COMPONENTS = ['persontilskudd', 'persontilskudd37d', 'grunntilskudd', 'asylnorsk'] as const;
const PAIRS = 300;

test.each(COMPONENTS)('no two values of %s give where three are named, or none', (component: Component) => {
  const trial = trialOf(component);
  let tried = 0;
  for (const facts of fc.sample(randomFacts, { numRuns: 8, seed: 2 })) {
    if (trial.run(facts).gives) continue;
    const size = findChanges(trial, facts)[0]?.changes.length ?? 4;
    if (size < 3) continue;
    const singles = [...triedChanges(trial, facts)].map(({ change }) => change);
    const place = fc.integer({ min: 0, max: singles.length - 1 });
    for (const [one, other] of fc.sample(fc.tuple(place, place), { numRuns: PAIRS, seed: 3 })) {
      const pair = [singles[one], singles[other]].filter((change) => change !== undefined);
      const [a, b] = pair;
      if (!a || !b || spotName(a) === spotName(b)) continue;
      const changed = applyChanges(facts, pair);
      tried += 1;
      expect(areReadable(changed) && trial.run(changed).gives).toBe(false);
    }
  }
  expect(tried).toBeGreaterThanOrEqual(PAIRS / 2);
});
