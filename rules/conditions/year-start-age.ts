import { asDay, type Condition, formatDay, type LimitKey } from '../../src/domain';
import { limitsOf } from '../parameters/limit-values';
import { ageOfPerson, completedYears, isWithin } from './entry-age';
import { agesWording } from './wording';

/** E7: the age on the last day of the year before (A4). */
export function yearStartAge(paragraph: string, limit: LimitKey): Condition {
  return {
    id: 'E7',
    paragraph,
    cells: ['persons.birthDate'],
    limits: [limit],
    turns: (context) => [{ on: context.firstDay - 1, ages: limitsOf(context).ages(limit) }],
    bind(context) {
      const on = asDay(context.firstDay - 1);
      const ages = limitsOf(context).ages(limit);
      const { nb, en } = agesWording(ages);
      return {
        isMet: (person) => isWithin(ages, completedYears(person, on)),
        reason: { nb: `fylt ${ages.to + 1} før året (E7)`, en: `${ages.to + 1} before the year (E7)` },
        say: ({ person, met }) => ({
          code: met ? 'UNDER_67_MET' : 'UNDER_67_FAILED',
          text: {
            nb: `Alderen {onDay} var {ageYears}. Kravet er ${nb}.`,
            en: `The age on {onDay} was {ageYears}. It ${met ? 'must' : 'would have to'} be ${en}.`,
          },
          params: { onDay: formatDay(on), ageYears: ageOfPerson(person, on) },
          cells: [{ cell: 'persons.birthDate', row: person.personRow }],
        }),
      };
    },
  };
}
