import type { RuleDefinition } from '../../src/domain';
import {
  PERSONTILSKUDD_ASSUMPTIONS,
  PERSONTILSKUDD_CONDITIONS,
  PERSONTILSKUDD_READINGS,
  PERSONTILSKUDD_ROWS,
  preparePersontilskudd,
} from '../common/persontilskudd-evaluate';

/** Persontilskudd 2016-2018: right and duty, and right alone, both trigger (rulebook 2 E1; S1, S4). */
export const persontilskudd2016: RuleDefinition = {
  id: 'persontilskudd@2016',
  component: 'persontilskudd',
  firstGrantYear: 2016,
  rows: PERSONTILSKUDD_ROWS,
  conditions: PERSONTILSKUDD_CONDITIONS,
  readings: PERSONTILSKUDD_READINGS,
  assumptions: PERSONTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 2-4', 'S1', 'S2', 'S4', 'S19'],
  prepare: preparePersontilskudd,
};
