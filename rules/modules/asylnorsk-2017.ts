import type { RuleDefinition } from '../../src/domain';
import { asylumRule } from '../common/asylum-evaluate';

/** Norwegian training for asylum seekers in reception centres (rulebook 5.2; S8, S27). */
export const asylnorsk2017: RuleDefinition = {
  ...asylumRule('asylnorsk', 'asylnorsk'),
  id: 'asylnorsk@2017',
  firstGrantYear: 2017,
  sources: ['rulebook 5.2', 'S8'],
};
