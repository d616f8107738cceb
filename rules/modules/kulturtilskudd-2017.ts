import type { RuleDefinition } from '../../src/domain';
import { asylumRule } from '../common/asylum-evaluate';

/** Norwegian culture and values for asylum seekers, until the scheme ended on 1 January 2022 (rulebook 5.2; S76). */
export const kulturtilskudd2017: RuleDefinition = {
  ...asylumRule('kulturtilskudd', 'kulturtilskudd'),
  id: 'kulturtilskudd@2017',
  firstGrantYear: 2017,
  endsAfter: 2021,
  sources: ['rulebook 5.2', 'S76'],
};
