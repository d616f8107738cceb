import {
  type Condition,
  codedTexts,
  type GrantYearContext,
  i32,
  type PersonView,
  type Wording,
} from '../../src/domain';
import { limitsOf } from '../parameters/limit-values';
import { countDateIn, dayText } from './membership';
import { notAfter, notBefore } from './turns';

/** True where the row was entered within the grant year. */
export function isEnteredInYear(context: GrantYearContext, { block }: PersonView, row: number): boolean {
  const enteredOn = i32(block.targetGroup.enteredOn, row);
  return enteredOn >= context.firstDay && enteredOn <= context.lastDay;
}

/** The entry lies in the grant year. */
export function enteredInYear(paragraph: string): Condition {
  return {
    id: 'entered_in_year',
    paragraph,
    isScope: true,
    cells: ['targetGroup.enteredOn'],
    limits: [],
    turns: ({ firstDay, lastDay }) => [
      notBefore('targetGroup.enteredOn', firstDay),
      notAfter('targetGroup.enteredOn', lastDay),
    ],
    bind: (context) => ({
      isMet: (person, row) => isEnteredInYear(context, person, row),
      reason: { nb: 'inntreden i et annet år', en: 'entry in another year' },
      say: ({ person, row, met }) => ({
        code: met ? 'ENTERED_IN_YEAR_MET' : 'ENTERED_IN_YEAR_FAILED',
        text: ENTERED_IN_YEAR,
        params: { enteredDay: enteredDayOf(person, row), year: context.grantYear },
        cells: [{ cell: 'targetGroup.enteredOn', row }],
      }),
    }),
  };
}

/** The entry lies before the end of chapter 6A (A19). */
export function beforeEndOfChapter6a(paragraph: string): Condition {
  return {
    id: 'before_end_of_chapter_6a',
    paragraph,
    isScope: true,
    cells: ['targetGroup.enteredOn'],
    limits: ['persontilskudd37d.last_entry'],
    turns: (context) => [notAfter('targetGroup.enteredOn', limitsOf(context).day('persontilskudd37d.last_entry'))],
    bind(context) {
      const lastEntry = limitsOf(context).day('persontilskudd37d.last_entry');
      return {
        isMet: ({ block }, row) => i32(block.targetGroup.enteredOn, row) <= lastEntry,
        reason: { nb: 'inntreden etter at kapittel 6A er opphevet', en: 'entry after the end of chapter 6A' },
        say: ({ person, row, met }) => ({
          ...(met ? SAY.BEFORE_END_6A_MET : SAY.BEFORE_END_6A_FAILED),
          params: { enteredDay: enteredDayOf(person, row), endDay: dayText(lastEntry + 1) },
          cells: [{ cell: 'targetGroup.enteredOn', row }],
        }),
      };
    },
  };
}

/** The entry is not after the count date (rulebook 5.1). */
export function enteredByCountDate(paragraph: string): Condition {
  return {
    id: 'entered_by_count_date',
    paragraph,
    cells: ['targetGroup.enteredOn'],
    limits: ['grunntilskudd.count_day'],
    turns: (context) => [notAfter('targetGroup.enteredOn', countDateIn(context))],
    bind(context) {
      const countDate = countDateIn(context);
      return {
        isMet: ({ block }, row) => i32(block.targetGroup.enteredOn, row) <= countDate,
        reason: { nb: 'inntreden etter telledagen', en: 'entry after the count date' },
        say: ({ person, row, met }) => ({
          ...(met ? SAY.COUNT_ENTERED_MET : SAY.COUNT_ENTERED_FAILED),
          params: { enteredDay: enteredDayOf(person, row), countDay: dayText(countDate) },
          cells: [{ cell: 'targetGroup.enteredOn', row }],
        }),
      };
    },
  };
}

function enteredDayOf({ block }: PersonView, row: number): string {
  return dayText(i32(block.targetGroup.enteredOn, row));
}

const ENTERED_IN_YEAR: Wording = {
  nb: 'Inntreden var {enteredDay}. Kravet er inntreden i {year}.',
  en: 'The entry was on {enteredDay}. It must be in {year}.',
};
const SAY = codedTexts({
  BEFORE_END_6A_MET: {
    nb: 'Inntreden var {enteredDay}. Kravet er inntreden før {endDay}, da ordningen for kollektiv beskyttelse tar slutt.',
    en: 'The entry was on {enteredDay}. It must be before {endDay}, when collective protection ends.',
  },
  BEFORE_END_6A_FAILED: {
    nb: 'Inntreden var {enteredDay}. Kravet er inntreden før {endDay}, da ordningen for kollektiv beskyttelse tar slutt.',
    en: 'The entry was on {enteredDay}. It would have to be before {endDay}, when collective protection ends.',
  },
  COUNT_ENTERED_MET: {
    nb: 'Personen trådte inn {enteredDay}, altså ikke etter telledagen {countDay}.',
    en: 'The entry was on {enteredDay}, not after the count date {countDay}.',
  },
  COUNT_ENTERED_FAILED: {
    nb: 'Personen trådte inn {enteredDay}, altså etter telledagen {countDay}.',
    en: 'The entry was on {enteredDay}, after the count date {countDay}.',
  },
});
