import type { RuleDefinition } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  GRUNNTILSKUDD_READINGS,
  GRUNNTILSKUDD_ROWS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';

/** Grunntilskudd 2016-2018: right and duty, or right alone, in year 1-3 on 15 January (rulebook 5.1; S12, S1). */
export const grunntilskudd2016: RuleDefinition = {
  id: 'grunntilskudd@2016',
  component: 'grunntilskudd',
  firstGrantYear: 2016,
  rows: GRUNNTILSKUDD_ROWS,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  readings: GRUNNTILSKUDD_READINGS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 5.1', 'S1', 'S12', 'S36'],
  prepare: prepareGrunntilskudd,
};
