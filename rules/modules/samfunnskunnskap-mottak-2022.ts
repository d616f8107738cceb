import type { RuleDefinition } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_READINGS, ASYLUM_ROWS, prepareAsylum } from '../common/asylum-evaluate';
import { ASYLUM_CONDITIONS } from '../conditions/asylum';

/** Social studies for asylum seekers in reception centres, from 2022 (rulebook 5.2; S76). */
export const samfunnskunnskapMottak2022: RuleDefinition = {
  id: 'samfunnskunnskap_mottak@2022',
  component: 'samfunnskunnskap_mottak',
  firstGrantYear: 2022,
  rows: ASYLUM_ROWS,
  conditions: ASYLUM_CONDITIONS,
  readings: ASYLUM_READINGS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'samfunnskunnskap_mottak'),
};
