import { at, CATEGORIES, type Condition, codedTexts, u8 } from '../../src/domain';
import { limitsOf, type YearLimits } from '../parameters/limit-values';
import { categoriesWording } from './wording';

/** Categories, as bits, whose rows count by an entry year of their own and the age of the permit. */
export type OwnYearCategories = (limits: YearLimits) => number;

export const NO_OWN_YEAR: OwnYearCategories = () => 0;

/** Names under which published explanations know the lists of categories of the law. */
const LIST_WORDS: Readonly<Record<string, string>> = {
  right_and_duty: 'only_right_and_duty',
  'right_and_duty right': 'right_or_duty',
};

/** E1: the category of the row counts. */
export function categoryCounts(paragraph: string, ownYear: OwnYearCategories = NO_OWN_YEAR): Condition {
  return {
    id: 'E1',
    paragraph,
    isScope: true,
    cells: ['targetGroup.category'],
    limits: ['persontilskudd.categories'],
    turns: () => [],
    bind(context) {
      const limits = limitsOf(context);
      const ordinary = limits.categories('persontilskudd.categories');
      const counting = ordinary | ownYear(limits);
      const list = limits.text('persontilskudd.categories');
      const countingWord = LIST_WORDS[list] ?? list;
      const words = { [countingWord]: categoriesWording(ordinary) };
      return {
        isMet: ({ block }, row) => ((counting >> u8(block.targetGroup.category, row)) & 1) === 1,
        reason: { nb: 'kategorien teller ikke (E1)', en: 'the category does not count (E1)' },
        say({ person, row, met }) {
          const categoryWord = at(CATEGORIES, u8(person.block.targetGroup.category, row))[0];
          return {
            ...(met ? SAY.CATEGORY_MET : SAY.CATEGORY_FAILED),
            params: { categoryWord, countingWord, year: context.grantYear },
            words,
            cells: [{ cell: 'targetGroup.category', row }],
          };
        },
      };
    },
  };
}

const SAY = codedTexts({
  CATEGORY_MET: {
    nb: 'Kategorien «{categoryWord}» teller i {year}.',
    en: 'The category “{categoryWord}” counts in {year}.',
  },
  CATEGORY_FAILED: {
    nb: 'Kategorien er «{categoryWord}». I {year} må den være {countingWord}.',
    en: 'The category is “{categoryWord}”. In {year} it must be {countingWord}.',
  },
});
