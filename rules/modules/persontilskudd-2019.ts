import type { RuleModule } from '../../src/domain';
import {
  PERSONTILSKUDD_ASSUMPTIONS,
  PERSONTILSKUDD_CONDITIONS,
  preparePersontilskudd,
  RIGHT_AND_DUTY,
} from '../common/persontilskudd-evaluate';

/** Persontilskudd from 2019: only right and duty triggers, under either law (rulebook 2 E1; S5, S20). */
export const persontilskudd2019: RuleModule = {
  id: 'persontilskudd@2019',
  component: 'persontilskudd',
  firstGrantYear: 2019,
  lastGrantYear: null,
  conditions: PERSONTILSKUDD_CONDITIONS,
  assumptions: PERSONTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 2-4', 'S5', 'S7', 'S20', 'S23'],
  prepare: (context) => preparePersontilskudd(context, { countingCategories: RIGHT_AND_DUTY }),
};
