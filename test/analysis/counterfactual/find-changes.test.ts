import fc from 'fast-check';
import { areReadable, isReadable } from '../../../src/analysis/counterfactual/candidate-values';
import { applyChanges, type Change } from '../../../src/analysis/counterfactual/change';
import { findChanges } from '../../../src/analysis/counterfactual/find-changes';
import type { PersonFacts } from '../../../src/analysis/counterfactual/person-facts';
import { isDateColumn } from '../../../src/analysis/counterfactual/probe-dates';
import { spotsOf, triedChanges } from '../../../src/analysis/counterfactual/single-changes';
import type { Component } from '../../../src/domain';
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

  test('no single value flips with fewer days, and none at all where a set of two is named', () => {
    withSets((facts, sets) => {
      const single = sets[0]?.changes.length === 1;
      const shifts = new Map(single ? sets.map(({ changes }) => [keyOf(changes[0]), changes[0]]) : []);
      for (const spot of trial.run(facts).gives ? [] : spotsOf(trial, facts)) {
        if (!isDateColumn(spot.column) || spot.column === 'registeredOn') continue;
        const row = facts.rows[spot.table][spot.row] ?? {};
        const from = row[spot.column] ?? 0;
        if (Math.abs(from) > 100_000) continue;
        for (const step of [-1, 1]) {
          const found = shifts.get(keyOf({ ...spot, kind: 'value', from, to: from + step, daysMoved: 1 }));
          const limit = found?.kind === 'value' && found.daysMoved !== null ? found.daysMoved : 1200;
          for (let days = 1; days < limit; days += days < 40 ? 1 : 13) {
            const to = from + step * days;
            if (!isReadable(row, spot.column, to)) continue;
            const change: Change = { ...spot, kind: 'value', from, to, daysMoved: days };
            expect(trial.run(applyChanges(facts, [change])).gives).toBe(false);
          }
        }
      }
      if (!single)
        for (const { result } of triedChanges(trial, facts)) if (sets.length > 0) expect(result.gives).toBe(false);
    }, 2);
  });
});

function keyOf(change: Change | undefined): string {
  if (!change || change.kind === 'added') return '';
  return `${change.table}/${change.row}/${change.column}/${change.to > change.from}`;
}
