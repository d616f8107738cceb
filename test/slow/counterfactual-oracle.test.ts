import fc from 'fast-check';
import { sizeOfChanges } from '../../src/analysis/counterfactual/change';
import { findChanges } from '../../src/analysis/counterfactual/find-changes';
import { EVERY_DAY, gives, smallerPairs, smallestPair, smallestSingle } from '../analysis/counterfactual/oracle';
import { ORACLE_CASES } from '../analysis/counterfactual/oracle-cases';
import { randomFactsAround } from '../analysis/counterfactual/random-facts';
import { trialOf } from '../analysis/counterfactual/support';

const PERSONS = 3;
const NONE = Number.POSITIVE_INFINITY;
/** Persons looked at for some who were told a pair; of these, as many as are tried, and pairs tried of each. */
const PERSONS_LOOKED_AT = 30;
const PAIRS_TOLD = 2;
const PAIRS_TRIED = 20_000;

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

  test('a pair that is told is the smallest: none of the smaller ones gives, tried over every day and every code', () => {
    const told = fc
      .sample(randomFactsAround(year), { numRuns: PERSONS_LOOKED_AT, seed: year + 2 })
      .flatMap((facts) => {
        const [smallest] = findChanges(trial, facts);
        return smallest?.changes.length === 2 ? [{ facts, size: sizeOfChanges(smallest.changes) }] : [];
      })
      .sort((a, b) => a.size - b.size);
    expect(told.length).toBeGreaterThan(0);
    for (const { facts, size } of told.slice(0, PAIRS_TOLD)) {
      const smaller = smallerPairs(facts, year, size);
      // Where there are more than are tried, they are spread evenly over all of them.
      const step = Math.max(1, Math.ceil(smaller.count / PAIRS_TRIED));
      for (let place = 0; place < smaller.count; place += step) {
        const changes = smaller.at(place);
        if (gives(trial, facts, changes)) throw new Error(`smaller than what was told: ${JSON.stringify(changes)}`);
      }
    }
  });
});
