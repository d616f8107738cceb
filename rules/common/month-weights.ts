import { asDay, at, type GrantYearContext, i32, monthIndex, type Outcome } from '../../src/domain';

/**
 * A10 by_months: each calendar month of the window belongs to the recipient with most of its days there, ties to the
 * one that comes first in the month; a recipient's weight is its number of months (rulebook 4). For scenarios.
 */
export function weighByMonths(outcome: Outcome, context: GrantYearContext): void {
  const months = new Map<number, Map<number, number>>();
  for (let index = 0; index < outcome.segmentFrom.length; index += 1) {
    const recipient = i32(context.translation.target, at(outcome.segmentCode, index));
    for (let day = at(outcome.segmentFrom, index); day <= at(outcome.segmentTo, index); day += 1) {
      const month = monthIndex(asDay(day));
      const days = months.get(month) ?? new Map<number, number>();
      days.set(recipient, (days.get(recipient) ?? 0) + 1);
      months.set(month, days);
    }
  }
  outcome.weights = outcome.recipients.map(() => 0);
  for (const days of months.values()) {
    let winner = -1;
    let most = 0;
    for (const [recipient, count] of days) {
      if (count > most) {
        winner = recipient;
        most = count;
      }
    }
    const place = outcome.recipients.indexOf(winner);
    outcome.weights[place] = at(outcome.weights, place) + 1;
  }
}
