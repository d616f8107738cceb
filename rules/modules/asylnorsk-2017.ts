import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_READINGS, ASYLUM_ROWS, prepareAsylum } from '../common/asylum-evaluate';
import { ASYLUM_CONDITIONS } from '../conditions/asylum';

/** Norwegian training for asylum seekers in reception centres (rulebook 5.2; S8, S27). */
export const asylnorsk2017: RuleDefinition = {
  id: 'asylnorsk@2017',
  component: 'asylnorsk',
  firstGrantYear: 2017,
  rows: ASYLUM_ROWS,
  conditions: ASYLUM_CONDITIONS,
  readings: ASYLUM_READINGS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S8'],
  prepare: (context) => prepareAsylum(context, 'asylnorsk'),
};
