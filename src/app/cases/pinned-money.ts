import { i32, lastDayOfYear, type PlaceRegister } from '../../domain';

/** Lines with their sum, whole kroner. */
export interface LinesOfAct {
  readonly lines: number;
  readonly amountNok: number;
}

/** A count that a case has pinned. */
export interface PinnedCount {
  readonly act: number;
  readonly grantYear: number;
  readonly recipient: number;
}

/** A line of grunntilskudd, adjustments apart. */
export interface CountLine {
  readonly grantYear: number;
  readonly basisRecipient: number;
  readonly amountNok: number;
}

/**
 * What each pinned count moves in a run: the lines of that kommune's grunntilskudd, which its number alone decides. Of two counts of
 * one kommune the one confirmed later has them.
 *
 * @param pins in the order of their confirmation
 */
export function pinnedMoney(
  pins: readonly PinnedCount[],
  lines: Iterable<CountLine>,
  places: Pick<PlaceRegister, 'translationTo'>,
): ReadonlyMap<number, LinesOfAct> {
  const now = (grantYear: number, code: number): string =>
    `${grantYear} ${i32(places.translationTo(lastDayOfYear(grantYear)).target, code)}`;
  const owners = new Map(pins.map(({ act, grantYear, recipient }) => [now(grantYear, recipient), act]));
  const sums = new Map(pins.map(({ act }) => [act, { lines: 0, amountNok: 0 }]));
  if (owners.size === 0) return sums;
  for (const { grantYear, basisRecipient, amountNok } of lines) {
    const sum = sums.get(owners.get(now(grantYear, basisRecipient)) ?? 0);
    if (sum === undefined) continue;
    sum.lines += 1;
    sum.amountNok += amountNok;
  }
  return sums;
}
