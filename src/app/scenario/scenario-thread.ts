import { priceScenarios, type ScenarioWork } from '../../analysis';
import { assert } from '../../domain';
import { serveThread } from '../../effects';

/** What the second thread of `scenario` runs (price-on-threads.ts starts it). */
serveThread((input) => {
  assert(isWork(input), 'the scenario thread is given its work');
  priceScenarios(input);
  return { take: () => undefined, finish: () => undefined };
});

function isWork(value: unknown): value is ScenarioWork {
  return typeof value === 'object' && value !== null && 'facts' in value && 'scenarios' in value && 'next' in value;
}
