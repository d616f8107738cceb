import type { RuleDefinition } from '../../src/domain';
import { GRUNNTILSKUDD } from '../common/grunntilskudd-evaluate';

/** Grunntilskudd 2019-2021: of the ordinary rows only right and duty counts (rulebook 2 E1, 5.1; S12, S1, S5). */
export const grunntilskudd2019: RuleDefinition = {
  ...GRUNNTILSKUDD,
  id: 'grunntilskudd@2019',
  firstGrantYear: 2019,
  sources: ['rulebook 5.1', 'S1', 'S5', 'S12', 'S36'],
};
