import type { RuleDefinition } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  GRUNNTILSKUDD_READINGS,
  GRUNNTILSKUDD_ROWS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';

/** Grunntilskudd from 2022: persons under chapter 6A count too (rulebook 5.1, A11; S7). */
export const grunntilskudd2022: RuleDefinition = {
  id: 'grunntilskudd@2022',
  component: 'grunntilskudd',
  firstGrantYear: 2022,
  rows: GRUNNTILSKUDD_ROWS,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  readings: GRUNNTILSKUDD_READINGS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 5.1', 'S1', 'S7', 'S12'],
  prepare: prepareGrunntilskudd,
};
