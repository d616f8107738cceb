import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, ASYLUM_LIMITS, prepareAsylum } from '../common/asylum-evaluate';

/** Social studies for asylum seekers in reception centres, from 2022 (rulebook 5.2; S76). */
export const samfunnskunnskapMottak2022: RuleDefinition = {
  id: 'samfunnskunnskap_mottak@2022',
  component: 'samfunnskunnskap_mottak',
  firstGrantYear: 2022,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  limits: ASYLUM_LIMITS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'samfunnskunnskap_mottak'),
};
