import type { RuleDefinition } from '../../src/domain';
import {
  PERSONTILSKUDD_ASSUMPTIONS,
  PERSONTILSKUDD_CONDITIONS,
  PERSONTILSKUDD_READINGS,
  PERSONTILSKUDD_ROWS,
  preparePersontilskudd,
} from '../common/persontilskudd-evaluate';

/** Persontilskudd from 2019: only right and duty triggers, under either law (rulebook 2 E1; S5, S20). */
export const persontilskudd2019: RuleDefinition = {
  id: 'persontilskudd@2019',
  component: 'persontilskudd',
  firstGrantYear: 2019,
  rows: PERSONTILSKUDD_ROWS,
  conditions: PERSONTILSKUDD_CONDITIONS,
  readings: PERSONTILSKUDD_READINGS,
  assumptions: PERSONTILSKUDD_ASSUMPTIONS,
  sources: ['rulebook 2-4', 'S5', 'S7', 'S20', 'S23'],
  prepare: preparePersontilskudd,
};
