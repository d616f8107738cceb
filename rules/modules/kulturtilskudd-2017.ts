import type { RuleModule } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, prepareAsylum } from '../common/asylum-evaluate';

/** Norwegian culture and values for asylum seekers, until the scheme ended on 1 January 2022 (rulebook 5.2; S76). */
export const kulturtilskudd2017: RuleModule = {
  id: 'kulturtilskudd@2017',
  component: 'kulturtilskudd',
  firstGrantYear: 2017,
  lastGrantYear: 2021,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'kulturtilskudd'),
};
