import { codedTexts, multiplyDivide, traitsOf } from '../../src/domain';
import { type Calendar, paramsOf, sayWhole, termOfEntry, wholeFrom } from './calendar';

/** Grant years from 2024: persontilskudd and 37d are spread over the terms that are left (rulebook 6, A16; S13). */
export const fourTermsCalendar: Calendar = {
  id: 'four_terms',
  assumptions: ['A16'],
  firstTerm: termOfEntry,
  cumulativeDue(component, annualAmountNok, firstTerm, term) {
    if (!traitsOf(component).isSpread) {
      return wholeFrom(annualAmountNok, firstTerm, term);
    }
    if (term < firstTerm) return 0;
    return multiplyDivide(annualAmountNok, term - firstTerm + 1, 5 - firstTerm).quotient;
  },
  say(component, due) {
    const { firstTerm, term } = due;
    if (!traitsOf(component).isSpread || term < firstTerm || firstTerm === 4) return sayWhole(due);
    if (term === 4) return { ...SAY.DUE_SHARE_ALL, params: paramsOf(due), assumptions: [] };
    const params = { ...paramsOf(due), parts: term - firstTerm + 1, of: 5 - firstTerm };
    return { ...SAY.DUE_SHARE, params, assumptions: ['A16'] };
  },
};

const SAY = codedTexts({
  DUE_SHARE: {
    nb: 'Beløpet fordeles likt på terminene {firstTerm} til 4. I termin {term} har {annualNok} × {parts} / {of} forfalt til utbetaling, rundet ned til hele kroner: {dueNok}.',
    en: 'The amount is spread evenly over terms {firstTerm} to 4. In term {term}, {annualNok} × {parts} / {of} is due, rounded down to whole kroner: {dueNok}.',
  },
  DUE_SHARE_ALL: {
    nb: 'Beløpet fordeles likt på terminene {firstTerm} til 4. I termin 4 har hele beløpet forfalt til utbetaling: {dueNok}.',
    en: 'The amount is spread evenly over terms {firstTerm} to 4. In term 4 the whole amount is due: {dueNok}.',
  },
});
