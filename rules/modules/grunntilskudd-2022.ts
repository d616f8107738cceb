import type { RuleModule } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';
import { RIGHT_AND_DUTY } from '../common/persontilskudd-evaluate';

/** Grunntilskudd from 2022: persons under chapter 6A count too (rulebook 5.1, A11; S7). */
export const grunntilskudd2022: RuleModule = {
  id: 'grunntilskudd@2022',
  component: 'grunntilskudd',
  firstGrantYear: 2022,
  lastGrantYear: null,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 5.1', 'S1', 'S7', 'S12'],
  prepare: (context) =>
    prepareGrunntilskudd(context, { countingCategories: () => RIGHT_AND_DUTY, countsChapter6a: true }),
};
