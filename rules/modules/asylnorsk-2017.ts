import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, ASYLUM_LIMITS, prepareAsylum } from '../common/asylum-evaluate';

/** Norwegian training for asylum seekers in reception centres (rulebook 5.2; S8, S27). */
export const asylnorsk2017: RuleDefinition = {
  id: 'asylnorsk@2017',
  component: 'asylnorsk',
  firstGrantYear: 2017,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  limits: ASYLUM_LIMITS,
  sources: ['rulebook 5.2', 'S8'],
  prepare: (context) => prepareAsylum(context, 'asylnorsk'),
};
