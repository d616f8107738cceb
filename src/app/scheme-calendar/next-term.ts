import { FIRST_CALENDAR_YEAR, payDayOf } from '../../../rules';
import type { Day } from '../../domain';
import type { BatchInfo } from '../../ledger';

/** The term after the one posted last; of a ledger in which nothing has been posted the one whose day of payment comes next. */
export function nextTerm(last: BatchInfo | undefined, today: Day): { grantYear: number; term: number } {
  if (last !== undefined) {
    return last.term === 4
      ? { grantYear: last.grantYear + 1, term: 1 }
      : { grantYear: last.grantYear, term: last.term + 1 };
  }
  // Nothing has been posted: the term whose day of payment comes next.
  for (let grantYear = FIRST_CALENDAR_YEAR; ; grantYear += 1) {
    for (const term of [1, 2, 3, 4]) {
      const day = payDayOf(grantYear, term);
      if (day !== undefined && day >= today) return { grantYear, term };
    }
  }
}
