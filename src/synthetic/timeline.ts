import { asDay, type Day, FAR_FUTURE, NO_DAY, RESIDENCE_KIND, type RecipientCode } from '../domain';
import { BOND, type HomePlan } from './home-plan';
import { KIND, lastDayOf, type Person } from './person';
import type { Random } from './random';

/** A stay at one place: `code` is its number on the day of the count; both days are included. */
export interface Stay {
  from: Day;
  to: Day;
  code: RecipientCode;
  /** RESIDENCE_KIND */
  kind: number;
}

/**
 * Where the person truly lived, in order of time without gap or overlap: reception centres, then addresses. The
 * address on the day of the count is the person's home.
 */
export function drawTimeline(random: Random, person: Person, homes: HomePlan, countOn: Day): Stay[] {
  const stays: Stay[] = [];
  const end = lastDayOf(person);
  if (person.asylumOn !== NO_DAY) {
    const settled = person.kind === KIND.asylumSettled;
    const leaves = random.chance(450) ? person.asylumOn + random.between(150, 600) : FAR_FUTURE;
    const to = settled ? person.arrivedOn - 1 : leaves;
    const moves = drawMoves(random, person.asylumOn, 250, 200);
    addStays(stays, moves, Math.min(to, end), RESIDENCE_KIND.receptionCentre, () => homes.elsewhere(random.bits()));
  }
  if (person.kind === KIND.asylum) return stays;
  const moves = drawMoves(random, person.arrivedOn, 190, 1300);
  const steady = person.bond === BOND.counted ? moves.filter((day, index) => index === 0 || day > countOn + 30) : moves;
  const homeFrom = steady.filter((day) => day <= countOn).at(-1) ?? person.arrivedOn;
  addStays(stays, steady, end, RESIDENCE_KIND.registered, (from) =>
    from === homeFrom ? person.home : homes.elsewhere(random.bits()),
  );
  return stays;
}

/** First day of each stay from `from` on: seldom more than one, at most four. */
function drawMoves(random: Random, from: number, perMille: number, daysMax: number): number[] {
  const days = [from];
  while (days.length < 4 && random.chance(perMille)) {
    days.push((days.at(-1) ?? from) + random.between(30, daysMax));
  }
  return days;
}

function addStays(
  stays: Stay[],
  starts: readonly number[],
  end: number,
  kind: number,
  place: (from: number) => RecipientCode,
): void {
  for (const [index, from] of starts.entries()) {
    const code = place(from);
    const next = starts[index + 1];
    const to = Math.min(end, next === undefined ? FAR_FUTURE : next - 1);
    if (to >= from) stays.push({ from: asDay(from), to: asDay(to), code, kind });
  }
}
