import type { RuleModule } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, prepareAsylum } from '../common/asylum-evaluate';

/** Norwegian training for asylum seekers in reception centres (rulebook 5.2; S8, S27). */
export const asylnorsk2017: RuleModule = {
  id: 'asylnorsk@2017',
  component: 'asylnorsk',
  firstGrantYear: 2017,
  lastGrantYear: null,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S8'],
  prepare: (context) => prepareAsylum(context, 'asylnorsk'),
};
