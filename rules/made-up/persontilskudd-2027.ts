import type { Condition, RuleDefinition } from '../../src/domain';
import {
  PERSONTILSKUDD_ASSUMPTIONS,
  PERSONTILSKUDD_CONDITIONS,
  PERSONTILSKUDD_READINGS,
  PERSONTILSKUDD_ROWS,
  preparePersontilskudd,
} from '../common/persontilskudd-evaluate';
import { entryAge } from '../conditions/entry-age';

/** As before, with ages of its own. */
const CONDITIONS: readonly Condition[] = PERSONTILSKUDD_CONDITIONS.map((condition) =>
  condition.id === 'E3'
    ? entryAge('an example', {
        onEntry: 'persontilskudd2027.age_on_entry',
        onPermit: 'persontilskudd2027.age_on_permit',
      })
    : condition,
);

/** An example (RULES.md): persontilskudd with other ages, one half due at once and the rest in term 4. */
export const persontilskudd2027: RuleDefinition = {
  id: 'persontilskudd@2027',
  component: 'persontilskudd',
  firstGrantYear: 2027,
  rows: PERSONTILSKUDD_ROWS,
  conditions: CONDITIONS,
  readings: PERSONTILSKUDD_READINGS,
  assumptions: PERSONTILSKUDD_ASSUMPTIONS,
  sources: ['an example'],
  dues: {
    firstTerm: (yearNumber, quarter) => (yearNumber > 1 ? 1 : quarter),
    cumulativeDue(annualAmountNok, firstTerm, term) {
      if (term === 4) return annualAmountNok;
      return term >= firstTerm ? Math.floor(annualAmountNok / 2) : 0;
    },
    text: {
      nb: 'Halvparten forfaller i termin {firstTerm} og resten i termin 4. Til og med termin {term} er det {dueNok} av {annualNok}.',
      en: 'One half is due in term {firstTerm}, the rest in term 4. Up to term {term} that is {dueNok} of {annualNok}.',
    },
  },
  prepare: (context) => preparePersontilskudd(context, CONDITIONS),
};
