import type { RuleModule } from '../../src/domain';
import { ASYLUM_ASSUMPTIONS, ASYLUM_CONDITIONS, prepareAsylum } from '../common/asylum-evaluate';

/** Social studies for asylum seekers in reception centres, from 2022 (rulebook 5.2; S76). */
export const samfunnskunnskapMottak2022: RuleModule = {
  id: 'samfunnskunnskap_mottak@2022',
  component: 'samfunnskunnskap_mottak',
  firstGrantYear: 2022,
  lastGrantYear: null,
  conditions: ASYLUM_CONDITIONS,
  assumptions: ASYLUM_ASSUMPTIONS,
  sources: ['rulebook 5.2', 'S76'],
  prepare: (context) => prepareAsylum(context, 'samfunnskunnskap_mottak'),
};
