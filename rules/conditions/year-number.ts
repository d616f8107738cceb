import { asDay, type Condition, dayOf, formatDay, i32, type LimitKey, u8, yearOf } from '../../src/domain';
import { ANCHORS, firstPaidEntryDay } from '../common/entry-year';
import { limitsOf } from '../parameters/limit-values';
import { NO_OWN_YEAR, type OwnYearCategories } from './category';
import { eitherSide, notAfter, notBefore } from './turns';
import { categoriesWording, yearsWording } from './wording';

/** Year numbers of a row of chapter 6A that count, whatever years of persontilskudd are paid (rulebook 1.2, 5.1). */
const OWN_YEARS = 3;
const YEARS_PAID: LimitKey = 'persontilskudd.years_paid';
const firstOwnDay = (grantYear: number): number => dayOf(grantYear - OWN_YEARS + 1, 1, 1);

/**
 * E2: k is one of the years that are paid.
 *
 * @param byYearEnd the entry must also lie before the end of the grant year
 */
export function yearIsPaid(paragraph: string, byYearEnd: boolean, ownYear: OwnYearCategories = NO_OWN_YEAR): Condition {
  return {
    id: 'E2',
    paragraph,
    isScope: true,
    cells: ['targetGroup.category', 'targetGroup.enteredOn'],
    limits: ['persontilskudd.categories', YEARS_PAID],
    turns: (context) => [
      notBefore('targetGroup.enteredOn', firstPaidEntryDay(context)),
      notAfter('targetGroup.enteredOn', context.lastDay),
      ...(ownYear === NO_OWN_YEAR ? [] : [eitherSide('targetGroup.enteredOn', firstOwnDay(context.grantYear))]),
    ],
    bind(context) {
      const { grantYear, lastDay } = context;
      const limits = limitsOf(context);
      const years = limits.whole(YEARS_PAID);
      const own = ownYear(limits);
      const latest = byYearEnd ? lastDay : Number.POSITIVE_INFINITY;
      const texts = textsOf(years, limits.categories('persontilskudd.categories'));
      return {
        isMet({ block: { targetGroup } }, row, { yearNumber }) {
          const enteredOn = i32(targetGroup.enteredOn, row);
          if (((own >> u8(targetGroup.category, row)) & 1) === 0) {
            return yearNumber >= 1 && yearNumber <= years && enteredOn <= latest;
          }
          const ownNumber = grantYear - yearOf(asDay(enteredOn)) + 1;
          return ownNumber >= 1 && ownNumber <= OWN_YEARS;
        },
        reason: texts.reason,
        say({ person: { block }, row, met, anchorRow }) {
          const { category, enteredOn } = block.targetGroup;
          const isOwn = ((own >> u8(category, row)) & 1) === 1;
          const anchor = isOwn ? row : anchorRow;
          if (anchor < 0) return { ...texts.none, params: {}, cells: [] };
          const said = (at: number) => [{ cell: 'targetGroup.enteredOn', row: at } as const];
          const entryYear = yearOf(asDay(i32(enteredOn, anchor)));
          const k = grantYear - entryYear + 1;
          const params = { entryYear, year: grantYear, k };
          const byYears = { params, cells: said(anchor), limits: isOwn ? [] : [YEARS_PAID] };
          if (met) return { ...texts.met, ...byYears };
          if (k > (isOwn ? OWN_YEARS : years)) return { ...texts.past, ...byYears };
          const late = k < 1 ? anchor : row;
          const enteredDay = formatDay(asDay(i32(enteredOn, late)));
          return { ...EARLY, params: { enteredDay, year: grantYear }, cells: said(late), limits: [] };
        },
      };
    },
  };
}

const EARLY = {
  code: 'YEAR_NUMBER_EARLY',
  text: {
    nb: 'Personen trer først inn i personkretsen {enteredDay}. Kravet er senest i {year}.',
    en: 'The person does not enter the target group until {enteredDay}. It must be in {year} at the latest.',
  },
};

function textsOf(years: number, categories: number) {
  const all = yearsWording(years);
  const any = yearsWording(years, { nb: 'eller', en: 'or' });
  const anchors = categoriesWording(ANCHORS | categories);
  const nb = `Personen trådte inn i personkretsen i {entryYear}, så {year} er år {k}. Tilskudd gis`;
  const en = `The person entered the target group in {entryYear}, so {year} is year {k}. The grant is given`;
  return {
    reason: { nb: `ikke år ${any.nb} (E2)`, en: `not year ${any.en} (E2)` },
    met: {
      code: 'YEAR_NUMBER_MET',
      text: { nb: `${nb} for år ${all.nb}.`, en: `${en} for years ${all.en}.` },
    },
    past: {
      code: 'YEAR_NUMBER_PAST',
      text: { nb: `${nb} bare for år ${all.nb}.`, en: `${en} only for years ${all.en}.` },
    },
    none: {
      code: 'YEAR_NUMBER_NONE',
      text: {
        nb: `Personen har ingen registrering med ${anchors.nb}, og derfor ikke noe første år å telle fra.`,
        en: `The person has no row with ${anchors.en}, and so no first year to count from.`,
      },
    },
  };
}
