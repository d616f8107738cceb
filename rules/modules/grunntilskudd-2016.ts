import type { RuleDefinition } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  GRUNNTILSKUDD_LIMITS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';

/** Grunntilskudd 2016-2018: right and duty, or right alone, in year 1-3 on 15 January (rulebook 5.1; S12, S1). */
export const grunntilskudd2016: RuleDefinition = {
  id: 'grunntilskudd@2016',
  component: 'grunntilskudd',
  firstGrantYear: 2016,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  limits: GRUNNTILSKUDD_LIMITS,
  sources: ['rulebook 5.1', 'S1', 'S12', 'S36'],
  prepare: prepareGrunntilskudd,
};
