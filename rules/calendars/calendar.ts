import { type Component, codedTexts, type DueAmount, type DueSentence, hasParticipants } from '../../src/domain';

/** When amounts are due within a grant year (rulebook 6). Terms are 1-4. */
export interface Calendar {
  readonly id: 'legacy' | 'four_terms';
  /** Ids of the assumptions that it reads. */
  readonly assumptions: readonly string[];
  /**
   * First term in which something of a person's amount is due.
   * @param yearNumber k, 0 where the component has none
   * @param dueTerm quarter of the day that decides (entered_on, decided_on)
   */
  firstTerm(component: Component, yearNumber: number, dueTerm: number): number;
  /**
   * Whole kroner of an annual amount that are due at a term, cumulatively; all of it at term 4.
   * @param firstTerm as firstTerm() gives it
   */
  cumulativeDue(component: Component, annualAmountNok: number, firstTerm: number, term: number): number;
  /** What is told of what is due. */
  say(component: Component, due: DueAmount): DueSentence;
}

/** All of the amount from its first term on. */
export function wholeFrom(annualAmountNok: number, firstTerm: number, term: number): number {
  return term >= firstTerm ? annualAmountNok : 0;
}

/** Years 2 and 3 of persontilskudd begin in term 1; everything else in the quarter of its day. */
export function termOfEntry(component: Component, yearNumber: number, dueTerm: number): number {
  return hasParticipants(component) && yearNumber > 1 ? 1 : dueTerm;
}

/** That all of an amount is due from its first term on, or that nothing is before. */
export function sayWhole(due: DueAmount): DueSentence {
  return { ...(due.term < due.firstTerm ? SAY.DUE_LATER : SAY.DUE_WHOLE), params: paramsOf(due), assumptions: [] };
}

/** That all of an amount is due, since its grant year is over (A17). */
export function sayArrears(year: number, dueNok: number): DueSentence {
  return { ...SAY.DUE_ARREARS, params: { year, dueNok }, assumptions: ['A17'] };
}

/** What is due of decisions that are each paid in the term of their own day. */
export function sayDecisionsDue(term: number, dueNok: number): DueSentence {
  return { ...SAY.DUE_DECISIONS, params: { term, dueNok }, assumptions: [] };
}

/** Values of a sentence on what is due. */
export function paramsOf({ firstTerm, term, dueNok, annualNok }: DueAmount): DueSentence['params'] {
  return { firstTerm, term, dueNok, annualNok };
}

const SAY = codedTexts({
  DUE_WHOLE: {
    nb: 'Hele beløpet forfaller i termin {firstTerm}, og {dueNok} har forfalt til utbetaling.',
    en: 'The whole amount falls due in term {firstTerm}, so {dueNok} is due.',
  },
  DUE_ARREARS: {
    nb: 'Tilskuddsåret {year} er over, så hele beløpet har forfalt til utbetaling: {dueNok}.',
    en: 'Grant year {year} is over, so the whole amount is due: {dueNok}.',
  },
  DUE_DECISIONS: {
    nb: 'I termin {term} har {dueNok} forfalt til utbetaling.',
    en: 'In term {term}, {dueNok} is due.',
  },
  DUE_LATER: {
    nb: 'Beløpet forfaller først i termin {firstTerm}. I termin {term} har ingenting forfalt til utbetaling.',
    en: 'The amount does not fall due until term {firstTerm}. In term {term} nothing is due.',
  },
});
