import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, ASYLUM_LIMITS, prepareAsylum } from '../common/asylum-evaluate';

/** Norwegian culture and values for asylum seekers, until the scheme ended on 1 January 2022 (rulebook 5.2; S76). */
export const kulturtilskudd2017: RuleDefinition = {
  id: 'kulturtilskudd@2017',
  component: 'kulturtilskudd',
  firstGrantYear: 2017,
  endsAfter: 2021,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  limits: ASYLUM_LIMITS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'kulturtilskudd'),
};
