import { join } from 'node:path';
import {
  beginScenarioWork,
  type FactTable,
  priceScenarios,
  type Repricer,
  type Scenario,
  type ScenarioWork,
} from '../../analysis';
import { pathExists, startThread } from '../../effects';

/** Compiled beside this file; where the program runs uncompiled (tests) one thread does all. */
const SCRIPT = join(__dirname, 'scenario-thread.js');
/** Below this number a second thread costs more than it saves. */
const WORTH_A_THREAD = 8;

/** Prices many scenarios over the same facts on both cores. */
export function priceOnThreads(
  facts: FactTable,
  scenarios: readonly Scenario[],
  repricer: Repricer,
): { work: ScenarioWork; repricer: Repricer } {
  const work = beginScenarioWork(facts, scenarios, repricer.slots.length);
  const thread = scenarios.length >= WORTH_A_THREAD && pathExists(SCRIPT) ? startThread(SCRIPT, work) : undefined;
  priceScenarios(work, repricer);
  thread?.finish();
  return { work, repricer };
}
