import fc from 'fast-check';
import { areReadable } from '../../../src/analysis/counterfactual/candidate-values';
import { applyChanges } from '../../../src/analysis/counterfactual/change';
import { findChanges } from '../../../src/analysis/counterfactual/find-changes';
import type { Component, PersonFacts } from '../../../src/domain';
import { randomFacts } from './random-facts';
import { paysInRun, trialOf } from './support';

const COMPONENTS = ['persontilskudd', 'persontilskudd37d', 'utvidet43g', 'grunntilskudd', 'asylnorsk'] as const;

describe.each(COMPONENTS)('changes for %s', (component: Component) => {
  const trial = trialOf(component);
  const withSets = (check: (facts: PersonFacts, sets: ReturnType<typeof findChanges>) => void, numRuns: number): void =>
    fc.assert(
      fc.property(randomFacts, (facts) => check(facts, findChanges(trial, facts))),
      { numRuns, seed: 7 },
    );

  test('a trial gives exactly where a run over that person pays', () => {
    fc.assert(
      fc.property(randomFacts, (facts) => expect(trial.run(facts).gives).toBe(paysInRun(component, facts))),
      { numRuns: 40 },
    );
  });

  test('every set found flips a whole run, none of it can be left out, and a day less does not flip', () => {
    let flips = 0;
    withSets((facts, sets) => {
      for (const { changes } of sets.slice(0, 6)) {
        flips += 1;
        expect(paysInRun(component, facts)).toBe(false);
        expect(paysInRun(component, facts, changes)).toBe(true);
        for (const left of changes) {
          const others = changes.filter((change) => change !== left);
          const rest = applyChanges(facts, others);
          expect(areReadable(rest) && paysInRun(component, rest)).toBe(false);
          if (left.kind !== 'value' || left.daysMoved === null) continue;
          const dayLess = { ...left, to: left.to + Math.sign(left.from - left.to) };
          expect(paysInRun(component, facts, [...others, dayLess])).toBe(false);
        }
      }
    }, 4);
    expect(flips).toBeGreaterThan(0);
  });
});
