import type { RuleDefinition } from '../../src/domain';
import { PERSONTILSKUDD } from '../common/persontilskudd-evaluate';

/** Persontilskudd from 2019: only right and duty triggers, under either law (rulebook 2 E1; S5, S20). */
export const persontilskudd2019: RuleDefinition = {
  ...PERSONTILSKUDD,
  id: 'persontilskudd@2019',
  firstGrantYear: 2019,
  sources: ['rulebook 2-4', 'S5', 'S7', 'S20', 'S23'],
};
