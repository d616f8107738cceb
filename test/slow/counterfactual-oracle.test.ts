import fc from 'fast-check';
import { sizeOfChanges } from '../../src/analysis/counterfactual/change';
import { findChanges } from '../../src/analysis/counterfactual/find-changes';
import { EVERY_DAY, smallestPair, smallestSingle } from '../analysis/counterfactual/oracle';
import { ORACLE_CASES } from '../analysis/counterfactual/oracle-cases';
import { randomFactsAround } from '../analysis/counterfactual/random-facts';
import { trialOf } from '../analysis/counterfactual/support';

const PERSONS = 3;
const NONE = Number.POSITIVE_INFINITY;

describe.each(ORACLE_CASES)('%s %d in a run of %d', (component, year, runYear) => {
  const trial = trialOf(component, year, runYear);
  const people = fc.sample(randomFactsAround(year), { numRuns: PERSONS, seed: year + 1 });

  test('every value of every column: a single change at least as small was found, or there is none', () => {
    for (const facts of people) {
      if (trial.gives(facts)) continue;
      const [smallest] = findChanges(trial, facts);
      const size = smallest?.changes.length === 1 ? sizeOfChanges(smallest.changes) : NONE;
      const single = smallestSingle(trial, facts, EVERY_DAY);
      expect(single ? sizeOfChanges([single]) : NONE).toBeGreaterThanOrEqual(size);
    }
  });

  test('every pair of values of a coarser grid: a pair at least as small was found, or there is none', () => {
    for (const facts of people.slice(0, 1)) {
      if (trial.gives(facts)) continue;
      const [smallest] = findChanges(trial, facts);
      if (smallest?.changes.length === 1) continue;
      const size = smallest?.changes.length === 2 ? sizeOfChanges(smallest.changes) : NONE;
      const pair = smallestPair(trial, facts);
      expect(pair ? sizeOfChanges(pair) : NONE).toBeGreaterThanOrEqual(size);
    }
  });
});
