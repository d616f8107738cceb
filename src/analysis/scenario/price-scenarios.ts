import type { FactTable } from '../facts/fact-table';
import { Repricer } from '../facts/reprice';
import type { Scenario } from './scenario';

/** Work that several threads share: each takes the next scenario until none is left. Everything shared stands on shared memory. */
export interface ScenarioWork {
  readonly facts: FactTable;
  readonly scenarios: readonly Pick<Scenario, 'prices' | 'basis'>[];
  /** Number of the next scenario. */
  readonly next: Int32Array;
  /** Amounts by scenario and slot. */
  readonly amountNok: Float64Array;
}

/** Sets work up for a number of slots. */
export function beginScenarioWork(
  facts: FactTable,
  scenarios: readonly Pick<Scenario, 'prices' | 'basis'>[],
  slots: number,
): ScenarioWork {
  return {
    facts,
    scenarios: scenarios.map(({ prices, basis }) => ({ prices, basis })),
    next: new Int32Array(new SharedArrayBuffer(4)),
    amountNok: new Float64Array(new SharedArrayBuffer(scenarios.length * slots * 8)),
  };
}

/** Prices scenario after scenario until none is left. */
export function priceScenarios(work: ScenarioWork, repricer = new Repricer(work.facts)): void {
  const slots = repricer.slots.length;
  for (let index = Atomics.add(work.next, 0, 1); ; index = Atomics.add(work.next, 0, 1)) {
    const scenario = work.scenarios[index];
    if (scenario === undefined) return;
    const into = work.amountNok.subarray(index * slots, (index + 1) * slots);
    repricer.amounts(scenario.prices, scenario.basis, into);
  }
}

/** Amounts of one scenario by slot, once all are priced. */
export function amountsOf(work: ScenarioWork, index: number, slots: number): Float64Array {
  return work.amountNok.subarray(index * slots, (index + 1) * slots);
}
