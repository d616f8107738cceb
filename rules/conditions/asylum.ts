import {
  type AgeRange,
  asDay,
  CATEGORY,
  type Condition,
  codedTexts,
  dayOf,
  type GrantYearContext,
  i32,
  type LimitTable,
  u8,
  yearOf,
} from '../../src/domain';
import { YearLimits } from '../parameters/limit-values';
import { ageOfPerson, completedYears, isWithin } from './entry-age';
import { enteredInYear } from './entry-day';
import { dayText } from './membership';
import { eitherSide } from './turns';
import { agesWording } from './wording';

const AGE = 'asylum.age_on_entry';

const isAsylumSeeker: Condition = {
  id: 'asylum_seeker',
  paragraph: 'rulebook 5.2 (S8, S27)',
  isScope: true,
  cells: ['targetGroup.category'],
  limits: [],
  turns: () => [],
  bind: () => ({
    isMet: ({ block }, row) => u8(block.targetGroup.category, row) === CATEGORY.asylumSeeker,
    reason: { nb: 'ikke asylsøker', en: 'not an asylum seeker' },
    say: ({ row }) => ({ ...SAY.ASYLUM_CATEGORY_MET, params: {}, cells: [{ cell: 'targetGroup.category', row }] }),
  }),
};

/** The age on entry, by the limit of the year in which the row was entered. */
const isOldEnough: Condition = {
  id: 'age',
  paragraph: 'rulebook 5.2: by the year of entry (S8, S28)',
  cells: ['targetGroup.enteredOn', 'persons.birthDate'],
  limits: [AGE],
  turns: ({ limits }) =>
    limits.limits
      .filter(({ key }) => key === AGE)
      .flatMap(({ firstGrantYear, lastGrantYear }) => [
        ...(firstGrantYear === null ? [] : [eitherSide('targetGroup.enteredOn', dayOf(firstGrantYear, 1, 1))]),
        { on: 'targetGroup.enteredOn', ages: new YearLimits(limits, firstGrantYear ?? lastGrantYear ?? 0).ages(AGE) },
      ]),
  bind({ limits }) {
    const agesOf = agesByEntryYear(limits);
    return {
      isMet(person, row) {
        const enteredOn = i32(person.block.targetGroup.enteredOn, row);
        return isWithin(agesOf(enteredOn), completedYears(person, enteredOn));
      },
      reason: { nb: 'for ung ved inntreden', en: 'too young on entry' },
      say({ person, row, met }) {
        const enteredOn = i32(person.block.targetGroup.enteredOn, row);
        const ages = agesOf(enteredOn);
        const isOpen = ages.to === Number.POSITIVE_INFINITY;
        const { nb, en } = isOpen ? { nb: 'minst {limitYears}', en: 'at least {limitYears}' } : agesWording(ages);
        return {
          code: met ? 'ASYLUM_AGE_MET' : 'ASYLUM_AGE_FAILED',
          text: {
            nb: `Alderen ved inntreden {enteredDay} var {ageYears}. Kravet er ${nb}.`,
            en: `The age on entry, {enteredDay}, was {ageYears}. It ${met ? 'must' : 'would have to'} be ${en}.`,
          },
          params: {
            enteredDay: dayText(enteredOn),
            ageYears: ageOfPerson(person, enteredOn),
            limitYears: ages.from,
          },
          cells: [
            { cell: 'targetGroup.enteredOn', row },
            { cell: 'persons.birthDate', row: person.personRow },
          ],
        };
      },
    };
  },
};

/** The age condition of the year in which a row was entered, whatever the grant year. */
function agesByEntryYear(limits: LimitTable): (enteredOn: number) => AgeRange {
  const known = new Map<number, AgeRange>();
  return (enteredOn) => {
    const year = yearOf(asDay(enteredOn));
    const ages = known.get(year) ?? new YearLimits(limits, year).ages(AGE);
    known.set(year, ages);
    return ages;
  };
}

/** Once in a lifetime: no row that was tried before was old enough. */
const isFirstRow: Condition = {
  id: 'first_row',
  paragraph: 'rulebook 5.2: once in a lifetime (S3)',
  cells: ['targetGroup.enteredOn'],
  limits: [],
  turns: () => [],
  bind: (_context: GrantYearContext) => ({
    isMet: (_person, _row, { candidateFailures }) =>
      candidateFailures.every((failures) => (failures & TOO_YOUNG) !== 0),
    reason: { nb: 'har utløst tilskuddet tidligere', en: 'has triggered the grant before' },
    say: ({ row, met }) => ({
      ...(met ? SAY.FIRST_ROW_MET : SAY.FIRST_ROW_FAILED),
      params: {},
      cells: [{ cell: 'targetGroup.enteredOn', row }],
    }),
  }),
};

/** Conditions of rulebook 5.2. */
export const ASYLUM_CONDITIONS: readonly Condition[] = [
  isAsylumSeeker,
  isOldEnough,
  isFirstRow,
  enteredInYear('rulebook 5.2'),
];
const TOO_YOUNG = 1 << ASYLUM_CONDITIONS.indexOf(isOldEnough);

const SAY = codedTexts({
  ASYLUM_CATEGORY_MET: {
    nb: 'Registreringen gjelder en asylsøker.',
    en: 'The row is of an asylum seeker.',
  },
  FIRST_ROW_MET: {
    nb: 'Det er den første registreringen der personen er asylsøker og gammel nok.',
    en: 'It is the first row in which the person is an asylum seeker and old enough.',
  },
  FIRST_ROW_FAILED: {
    nb: 'Tilskuddet gis bare én gang, og personen var gammel nok i en tidligere registrering.',
    en: 'The grant is given only once, and the person was old enough in an earlier row.',
  },
});
