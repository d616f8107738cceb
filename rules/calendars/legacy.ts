import { type Calendar, sayWhole, termOfEntry, wholeFrom } from './calendar';

/** Grant years 2016-2023: amounts are paid whole (rulebook 6; S10, S11). */
export const legacyCalendar: Calendar = {
  id: 'legacy',
  assumptions: ['A15'],
  firstTerm: termOfEntry,
  cumulativeDue: (_component, annualAmountNok, firstTerm, term) => wholeFrom(annualAmountNok, firstTerm, term),
  say: (_component, due) => sayWhole(due),
};
