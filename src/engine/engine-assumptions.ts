import { expectAssumptions } from '../../rules';
import type { AssumptionTable } from '../domain';

/** What the engine itself reads the assumptions as; the rule modules tell their own. */
const EXPECTED = {
  A12: 'frozen_once_posted',
  A14: 'quarter_ends',
  A17: 'previous_year_once',
  A18: 'by_component_group',
};

/**
 * Stops a run under an assumption that says something else than the code does: the frozen count, cut-offs, arrears, netting.
 *
 * @throws NorsktilskuddError kind `rule`: ASSUMPTION_VALUE_UNKNOWN
 */
export function expectEngineAssumptions(assumptions: AssumptionTable): void {
  expectAssumptions(assumptions, EXPECTED);
}
