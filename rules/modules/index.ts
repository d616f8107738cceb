import type { RuleDefinition } from '../../src/domain';
import { asylnorsk2017 } from './asylnorsk-2017';
import { grunntilskudd2016 } from './grunntilskudd-2016';
import { grunntilskudd2019 } from './grunntilskudd-2019';
import { grunntilskudd2022 } from './grunntilskudd-2022';
import { kulturtilskudd2017 } from './kulturtilskudd-2017';
import { persontilskudd2016 } from './persontilskudd-2016';
import { persontilskudd2019 } from './persontilskudd-2019';
import { persontilskudd37d2022 } from './persontilskudd37d-2022';
import { samfunnskunnskapMottak2022 } from './samfunnskunnskap-mottak-2022';
import { timetilskudd2004 } from './timetilskudd-2004';
import { utvidet43g2023 } from './utvidet43g-2023';

/** Every rule, one a file, in the order of their names. Made by the build (.rule-index.cjs): not to be edited. */
export const DEFINITIONS: readonly RuleDefinition[] = [
  asylnorsk2017,
  grunntilskudd2016,
  grunntilskudd2019,
  grunntilskudd2022,
  kulturtilskudd2017,
  persontilskudd2016,
  persontilskudd2019,
  persontilskudd37d2022,
  samfunnskunnskapMottak2022,
  timetilskudd2004,
  utvidet43g2023,
];
