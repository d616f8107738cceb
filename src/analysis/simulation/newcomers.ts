import { type Day, dayOf, NO_RECIPIENT, type Random } from '../../domain';
import { type Courses, fallenPlace, NOBODY, shareOf } from './courses';
import { MILLION, millionths } from './draw-count';
import type { Entrants } from './entry-flow';
import type { Piece } from './year-pieces';
import type { YearTally } from './year-tally';
import type { YearWorld } from './year-world';

/** Years in which a person counts for grunntilskudd. */
const COUNT_YEARS = 3;
const YEAR_DAYS = 365;
const MIDDLE_MONTH = 7;

/** What newcomers are taken to be like, and to do. */
export interface NewcomersInput {
  readonly world: YearWorld;
  readonly courses: Courses;
  readonly asOf: Day;
  /** Highest year number of each group. */
  readonly stepsMost: readonly number[];
  /** Share who leave in a day. */
  readonly leftPerDay: number;
}

/** Brings those whom nobody knows yet into the sums of a simulation. */
export class Newcomers {
  readonly #input: NewcomersInput;

  constructor(input: NewcomersInput) {
    this.#input = input;
  }

  enter(group: number, { year, rateClass, isLate, count }: Entrants, random: Random, tally: YearTally): void {
    const { world, stepsMost } = this.#input;
    const most = stepsMost[group] ?? 1;
    const step = world.grantYear - year + 1;
    const isAfterAsOf = !isLate && step === 1;
    const counts = this.#countChanceOf(group, step, isLate);
    const leaves = this.#leaveChanceOf(group, step, year);
    for (let index = 0; index < count; index += 1) {
      if (leaves > 0 && random.below(MILLION) < leaves) continue;
      const piece = drawLike(world, { group, step: Math.min(step, most), rateClass, isAfterAsOf }, random);
      if (piece !== undefined && step <= most) tally.add(piece);
      // Who counts does so whether or not what else they bring is left out.
      if (counts > 0 && random.below(MILLION) < counts) tally.count(this.#home(piece?.home ?? NO_RECIPIENT, random), 1);
    }
  }

  /** How likely somebody falls away or leaves, in millionths. */
  #leaveChanceOf(group: number, step: number, year: number): number {
    const { world, asOf, courses, leftPerDay } = this.#input;
    const fallen = courses.fallen[fallenPlace(group, 1)] ?? NOBODY;
    const days = Math.max(0, dayOf(world.grantYear, 1, 1) - Math.max(asOf, dayOf(year, MIDDLE_MONTH, 1)));
    // Others who came were seen with those who have fallen away since left out; these are still to do so.
    return millionths((step > 1 ? days * leftPerDay : 0) + shareOf(fallen));
  }

  /** How likely somebody counts for grunntilskudd, in millionths. */
  #countChanceOf(group: number, step: number, isLate: boolean): number {
    const { world, asOf } = this.#input;
    const perEntry = world.counts.perEntry[group] ?? 0;
    if (step > COUNT_YEARS) return 0;
    if (step > 1) return millionths(isLate ? perEntry * world.counts.lateShare : perEntry);
    // In the year of entry itself only who enters before the day of the count.
    const { countOn } = world.counts;
    const isOver = isLate || asOf >= countOn;
    return isOver ? 0 : millionths((perEntry * (countOn - dayOf(world.grantYear, 1, 1) + 1)) / YEAR_DAYS);
  }

  /** Kommune that somebody comes to count in, like others who count; where there are none, that of whom they are like. */
  #home(fallback: number, random: Random): number {
    const { homes, empty, emptyShare } = this.#input.world.counts;
    const list = random.below(MILLION) < millionths(emptyShare) ? empty : homes;
    return list.length === 0 ? fallback : (list[random.below(list.length)] ?? fallback);
  }
}

/** Somebody known whom one of a group, year number and class is taken to be like; undefined where there is nobody. */
export function drawLike(
  world: YearWorld,
  wanted: Pick<Piece, 'group' | 'step'> & { readonly rateClass: number | undefined; readonly isAfterAsOf: boolean },
  random: Random,
): Piece | undefined {
  const likes = world.like(wanted.group, wanted.step, wanted.rateClass, wanted.isAfterAsOf);
  // Nobody takes a draw, too, so that what is left out changes nothing else.
  return likes[random.below(Math.max(1, likes.length))];
}
