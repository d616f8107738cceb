import { actionOf, isSureReason, meaningOf, type StatusMeaning } from './bank-status';
import type { OrderedPayment } from './payment-order';
import type { LevelStatus, StatusReason } from './status-report';

/** A status with its reasons, whatever the level that gives it. */
export interface GivenStatus {
  readonly status: string;
  readonly reason: StatusReason;
}

/** A refusal that can be believed is one; one whose reason is not known, or says that all went well, must be looked at. */
export function sureMeaning(given: GivenStatus): StatusMeaning {
  const meaning = meaningOf(given.status);
  return meaning === 'refused' && !isSureReason(given.reason.codes) ? 'unknown' : meaning;
}

/** A refusal that says: this has come before. The first one stands, and nothing is refused by it. */
export function isDuplicate({ status, reason }: GivenStatus): boolean {
  return meaningOf(status) === 'refused' && reason.codes.some((code) => actionOf(code) === 'duplicate');
}

/** What is refused as a whole is not on its way in a part, and what is accepted as a whole is refused in none. */
export function disagree(above: string, below: string): boolean {
  const [whole, part] = [meaningOf(above), meaningOf(below)];
  if (whole === 'accepted') return part === 'refused';
  return whole === 'refused' && ['accepted', 'waiting', 'valid', 'handed_over'].includes(part);
}

/** Count and sum of a level, where it gives them, are those of the payments in it. */
export function fitsOrder({ orderedCount, orderedSum }: LevelStatus, payments: readonly OrderedPayment[]): boolean {
  const sum = payments.reduce((total, { amount }) => total + amount, 0);
  return (
    (orderedCount === undefined || orderedCount === payments.length) && (orderedSum === undefined || orderedSum === sum)
  );
}

/**
 * The counts by status of a level, where it has any, can be true: no more than its payments, none less than what it lists,
 * and none that its own status denies.
 *
 * @param listed statuses of the transactions that are listed in it
 * @param reached statuses that blocks give to payments which they do not list, one a payment
 */
export function fitsCounts(
  { counts, status }: LevelStatus,
  payments: number,
  listed: readonly string[],
  reached: readonly string[] = [],
): boolean {
  if (counts.length === 0) return true;
  const isTooMany = counts.reduce((sum, { count }) => sum + count, 0) > payments;
  const listedBy = (code: string): number => listed.filter((each) => each === code).length;
  const countOf = (code: string): number =>
    counts.reduce((sum, each) => sum + (each.status === code ? each.count : 0), 0);
  const isDenied = counts.some((each) => each.count > 0 && disagree(status, each.status));
  const told = [...listed, ...reached];
  const isTold = (['accepted', 'refused'] as const).every((meaning) => {
    const counted = counts.reduce((sum, each) => sum + (meaningOf(each.status) === meaning ? each.count : 0), 0);
    return told.filter((code) => meaningOf(code) === meaning).length <= counted;
  });
  const isListed = [...new Set(listed)].every((code) => code === '' || listedBy(code) <= countOf(code));
  return !isTooMany && !isDenied && isTold && isListed;
}

/**
 * Whether the counts of a level say that whatever it does not list was accepted: they come to all its payments, and all
 * that are not accepted are listed.
 */
export function saysUnlistedAccepted({ counts }: LevelStatus, payments: number, listed: readonly string[]): boolean {
  const isAccepted = (code: string): boolean => meaningOf(code) === 'accepted';
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const accepted = counts.reduce((sum, { status, count }) => sum + (isAccepted(status) ? count : 0), 0);
  const others = listed.filter((code) => !isAccepted(code)).length;
  return accepted > 0 && total === payments && total - accepted === others;
}

/** Rows by a text of each, in the order in which they came. */
export function grouped<T>(rows: readonly T[], textOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(textOf(row));
    if (known) known.push(row);
    else groups.set(textOf(row), [row]);
  }
  return groups;
}
