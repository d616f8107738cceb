import type { RuleModule } from '../../src/domain';
import {
  PERSONTILSKUDD_ASSUMPTIONS,
  PERSONTILSKUDD_CONDITIONS,
  preparePersontilskudd,
  RIGHT_OR_DUTY,
} from '../common/persontilskudd-evaluate';

/** Persontilskudd 2016-2018: right and duty, and right alone, both trigger (rulebook 2 E1; S1, S4). */
export const persontilskudd2016: RuleModule = {
  id: 'persontilskudd@2016',
  component: 'persontilskudd',
  firstGrantYear: 2016,
  lastGrantYear: 2018,
  conditions: PERSONTILSKUDD_CONDITIONS,
  assumptions: PERSONTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 2-4', 'S1', 'S2', 'S4', 'S19'],
  prepare: (context) => preparePersontilskudd(context, { countingCategories: RIGHT_OR_DUTY }),
};
