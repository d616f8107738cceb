import type { RuleDefinition } from '../../src/domain';
import { sayHours } from '../common/hour-grant';
import { expectAssumptions } from '../parameters/assumption-table';

/**
 * The hour grant of 2004 (rulebook 5.3; S33): hours are the grant, per kommune. No person triggers it; the engine sums
 * the hours and asks hourGrantNok() of rules/common for the amount.
 */
export const timetilskudd2004: RuleDefinition = {
  id: 'timetilskudd@2004',
  component: 'timetilskudd',
  firstGrantYear: 2004,
  endsAfter: 2004,
  conditions: [],
  assumptions: ['A13'],
  readings: [],
  sayKommune: sayHours,
  sources: ['rulebook 5.3', 'S33'],
  prepare(context) {
    expectAssumptions(context.assumptions, { A13: 'half_up_cumulative' });
    return () => {};
  },
};
