import type { RuleDefinition } from '../../src/domain';
import { GRUNNTILSKUDD } from '../common/grunntilskudd-evaluate';

/** Grunntilskudd 2016-2018: right and duty, or right alone, in year 1-3 on 15 January (rulebook 5.1; S12, S1). */
export const grunntilskudd2016: RuleDefinition = {
  ...GRUNNTILSKUDD,
  id: 'grunntilskudd@2016',
  firstGrantYear: 2016,
  sources: ['rulebook 5.1', 'S1', 'S12', 'S36'],
};
