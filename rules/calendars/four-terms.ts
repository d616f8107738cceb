import { multiplyDivide, traitsOf } from '../../src/domain';
import { type Calendar, termOfEntry, wholeFrom } from './calendar';

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
};
