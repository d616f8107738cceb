import type { RuleDefinition } from '../../src/domain';
import { PERSONTILSKUDD } from '../common/persontilskudd-evaluate';

/** Persontilskudd 2016-2018: right and duty, and right alone, both trigger (rulebook 2 E1; S1, S4). */
export const persontilskudd2016: RuleDefinition = {
  ...PERSONTILSKUDD,
  id: 'persontilskudd@2016',
  firstGrantYear: 2016,
  sources: ['rulebook 2-4', 'S1', 'S2', 'S4', 'S19'],
};
