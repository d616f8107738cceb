import type { Condition, RuleDefinition } from '../../src/domain';
import { PERSONTILSKUDD, PERSONTILSKUDD_CONDITIONS, preparePersontilskudd } from '../common/persontilskudd-evaluate';
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
  ...PERSONTILSKUDD,
  id: 'persontilskudd@2027',
  firstGrantYear: 2027,
  conditions: CONDITIONS,
  sources: ['an example'],
  dues: {
    firstTerm: (yearNumber, quarter) => (yearNumber > 1 ? 1 : quarter),
    cumulativeDue(annualAmountNok, firstTerm, term) {
      if (term === 4) return annualAmountNok;
      return term >= firstTerm ? Math.floor(annualAmountNok / 2) : 0;
    },
    say: ({ firstTerm, term, dueNok, annualNok }) => ({
      code: 'HALF_AT_ONCE',
      text: {
        nb: 'Halvparten forfaller i termin {firstTerm} og resten i termin 4. Til og med termin {term} er det {dueNok} av {annualNok}.',
        en: 'One half is due in term {firstTerm}, the rest in term 4. Up to term {term} that is {dueNok} of {annualNok}.',
      },
      params: { firstTerm, term, dueNok, annualNok },
      assumptions: [],
    }),
  },
  prepare: (context) => preparePersontilskudd(context, CONDITIONS),
};
