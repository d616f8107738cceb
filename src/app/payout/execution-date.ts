import {
  asDay,
  bankDaysAfter,
  formatDay,
  isBankDay,
  knownDay,
  NorsktilskuddError,
  nextBankDay,
  yearOf,
} from '../../domain';

/** What of the settings says when a bank carries out payments. */
export interface BankDays {
  /** Further closed days, `YYYY-MM-DD`. */
  readonly closedDays: readonly string[];
  /** Last safe day of a year, `MM-DD`. */
  readonly lastSafeDay: string;
}

/** Days ahead beyond which a bank refuses. */
const AHEAD_MAX = 365;

/**
 * Holds the day on which payments are to be carried out to the calendar: a bank day, not past, not too far ahead. Never moved
 * silently: another one is proposed. Late in the year, or in another year than today, it wants a reason: what counts in
 * a year's accounts is what is settled in it.
 *
 * @param today `YYYY-MM-DD`
 * @throws NorsktilskuddError refused PAYOUT_NO_BANK_DAY, PAYOUT_DAY_PAST, PAYOUT_DAY_TOO_FAR, PAYOUT_YEAR_END
 */
export function refuseExecutionDate(on: string, today: string, { closedDays, lastSafeDay }: BankDays, reason: string) {
  const [day, now, closed] = [knownDay(on), knownDay(today), closedDays.map(knownDay)];
  const proposed = formatDay(nextBankDay(asDay(Math.max(day, now)), closed));
  if (day < now) throw new NorsktilskuddError('refused', 'PAYOUT_DAY_PAST', { on, today, proposed });
  if (!isBankDay(day, closed)) throw new NorsktilskuddError('refused', 'PAYOUT_NO_BANK_DAY', { on, proposed });
  if (day > now + AHEAD_MAX) throw new NorsktilskuddError('refused', 'PAYOUT_DAY_TOO_FAR', { on, days: AHEAD_MAX });
  const settled = bankDaysAfter(day, 1, closed);
  const isLate = on.slice(5) > lastSafeDay || yearOf(settled) > yearOf(now);
  if (isLate && reason === '') {
    throw new NorsktilskuddError('refused', 'PAYOUT_YEAR_END', {
      ...{ on, settledOn: formatDay(settled), lastSafeDay: `${yearOf(now)}-${lastSafeDay}` },
    });
  }
}
