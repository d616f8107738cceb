import type { RuleDefinition } from '../../src/domain';
import { GRUNNTILSKUDD } from '../common/grunntilskudd-evaluate';

/** Grunntilskudd from 2022: persons under chapter 6A count too (rulebook 5.1, A11; S7). */
export const grunntilskudd2022: RuleDefinition = {
  ...GRUNNTILSKUDD,
  id: 'grunntilskudd@2022',
  firstGrantYear: 2022,
  sources: ['rulebook 5.1', 'S1', 'S7', 'S12'],
};
