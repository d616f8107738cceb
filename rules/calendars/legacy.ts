import { type Calendar, termOfEntry, wholeFrom } from './calendar';

/** Grant years 2016-2023: amounts are paid whole (rulebook 6; S10, S11). */
export const legacyCalendar: Calendar = {
  id: 'legacy',
  firstGrantYear: 2016,
  lastGrantYear: 2023,
  assumptions: ['A15'],
  firstTerm: termOfEntry,
  cumulativeDue: (_component, annualAmountNok, firstTerm, term) => wholeFrom(annualAmountNok, firstTerm, term),
  grunntilskuddTerm: (grantYear) => (grantYear <= 2019 ? 3 : 1),
};
