import type { RuleModule } from '../../src/domain';
import {
  GRUNNTILSKUDD_ASSUMPTIONS,
  GRUNNTILSKUDD_CONDITIONS,
  prepareGrunntilskudd,
} from '../common/grunntilskudd-evaluate';
import { RIGHT_AND_DUTY, RIGHT_OR_DUTY } from '../common/persontilskudd-evaluate';

/** Grunntilskudd 2016-2021: counted on 15 January among those in year 1-3 (rulebook 5.1; S12, S1). */
export const grunntilskudd2016: RuleModule = {
  id: 'grunntilskudd@2016',
  component: 'grunntilskudd',
  firstGrantYear: 2016,
  lastGrantYear: 2021,
  conditions: GRUNNTILSKUDD_CONDITIONS,
  assumptions: GRUNNTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 5.1', 'S1', 'S12', 'S36'],
  prepare: (context) =>
    prepareGrunntilskudd(context, {
      countingCategories: (grantYear) => (grantYear <= 2018 ? RIGHT_OR_DUTY : RIGHT_AND_DUTY),
      countsChapter6a: false,
    }),
};
