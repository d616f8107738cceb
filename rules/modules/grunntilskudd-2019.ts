import type { RuleDefinition } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  GRUNNTILSKUDD_READINGS,
  GRUNNTILSKUDD_ROWS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';

/** Grunntilskudd 2019-2021: of the ordinary rows only right and duty counts (rulebook 2 E1, 5.1; S12, S1, S5). */
export const grunntilskudd2019: RuleDefinition = {
  id: 'grunntilskudd@2019',
  component: 'grunntilskudd',
  firstGrantYear: 2019,
  rows: GRUNNTILSKUDD_ROWS,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  readings: GRUNNTILSKUDD_READINGS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 5.1', 'S1', 'S5', 'S12', 'S36'],
  prepare: prepareGrunntilskudd,
};
