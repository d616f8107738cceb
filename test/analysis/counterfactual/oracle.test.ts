import fc from 'fast-check';
import { sizeOfChanges } from '../../../src/analysis/counterfactual/change';
import { findChanges } from '../../../src/analysis/counterfactual/find-changes';
import { type Fineness, smallestSingle } from './oracle';
import { ORACLE_CASES } from './oracle-cases';
import { randomFactsAround } from './random-facts';
import { trialOf } from './support';

/** Not every day in a suite of seconds: the slow suite tries them all. */
const WEEKS: Fineness = { dayStep: 11, farStep: 150, birthStep: 90, around: 2 };
const PERSONS = 1;

test.each(ORACLE_CASES)('%s %d in a run of %d: no value that was not found gives', (component, year, runYear) => {
  const trial = trialOf(component, year, runYear);
  for (const facts of fc.sample(randomFactsAround(year), { numRuns: PERSONS, seed: year })) {
    if (trial.gives(facts)) continue;
    const [smallest] = findChanges(trial, facts);
    const found = smallestSingle(trial, facts, WEEKS);
    const size = smallest?.changes.length === 1 ? sizeOfChanges(smallest.changes) : Number.POSITIVE_INFINITY;
    expect(found ? sizeOfChanges([found]) : Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(size);
  }
});
