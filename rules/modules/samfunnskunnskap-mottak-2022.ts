import type { RuleDefinition } from '../../src/domain';
import { asylumRule } from '../common/asylum-evaluate';

/** Social studies for asylum seekers in reception centres, from 2022 (rulebook 5.2; S76). */
export const samfunnskunnskapMottak2022: RuleDefinition = {
  ...asylumRule('samfunnskunnskap_mottak', 'samfunnskunnskap_mottak'),
  id: 'samfunnskunnskap_mottak@2022',
  firstGrantYear: 2022,
  sources: ['rulebook 5.2', 'S76'],
};
