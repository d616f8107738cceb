import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_READINGS, ASYLUM_ROWS, prepareAsylum } from '../common/asylum-evaluate';
import { ASYLUM_CONDITIONS } from '../conditions/asylum';

/** Norwegian culture and values for asylum seekers, until the scheme ended on 1 January 2022 (rulebook 5.2; S76). */
export const kulturtilskudd2017: RuleDefinition = {
  id: 'kulturtilskudd@2017',
  component: 'kulturtilskudd',
  firstGrantYear: 2017,
  endsAfter: 2021,
  rows: ASYLUM_ROWS,
  conditions: ASYLUM_CONDITIONS,
  readings: ASYLUM_READINGS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'kulturtilskudd'),
};
