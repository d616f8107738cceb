import { type Calendar, expectAssumptions } from '../../rules';
import type { AssumptionTable } from '../domain';

/** What the engine itself reads the assumptions as; the rule modules tell their own. */
const EVERY_YEAR = {
  A10: ['by_days', 'by_months'],
  A12: ['frozen_once_posted'],
  A14: ['quarter_ends'],
  A17: ['previous_year_once'],
  A18: ['by_component_group'],
};
const BY_CALENDAR = {
  legacy: { A15: ['third_then_first'] },
  four_terms: { A16: ['floor_of_equal_shares'] },
};

/**
 * Stops a run under an assumption that says something else than the code does: cut-offs, arrears, netting and calendar.
 *
 * @throws NorsktilskuddError kind `rule`: ASSUMPTION_VALUE_UNKNOWN
 */
export function expectEngineAssumptions(assumptions: AssumptionTable, calendar: Calendar): void {
  expectAssumptions(assumptions, { ...EVERY_YEAR, ...BY_CALENDAR[calendar.id] });
}
