import { type Day, dayOf, Random, yearOf } from '../../domain';
import { COURSE_DAYS, type Courses, fallenPlace, hasYears, NOBODY, type Rate, shareOf } from './courses';
import type { EntryFlow } from './entry-flow';
import { Leavers } from './leavers';
import { drawLike, Newcomers } from './newcomers';
import type { Piece } from './year-pieces';
import { SIMULATIONS, type YearDraws, YearTally } from './year-tally';
import type { YearWorld } from './year-world';

/** Streams of random numbers; one for each simulation and topic. */
const TOPIC = { entries: 101, courses: 102, likes: 103, counts: 104 } as const;
const STREAMS = 64;
const STREAMS_OF_GROUP = 8;

/** What a year is simulated with. */
export interface YearInput {
  readonly world: YearWorld;
  readonly flows: readonly EntryFlow[];
  readonly courses: Courses;
  readonly asOf: Day;
  readonly knownOn: Day;
  readonly seed: number;
  /** Highest year number of each group. */
  readonly stepsMost: readonly number[];
  readonly hasCount: boolean;
}

/** Simulates a grant year: who is known stays, moves or falls away, and others come. */
export function simulateYear(input: YearInput): YearDraws {
  const simulation = new YearSimulation(input);
  for (let index = 0; index < SIMULATIONS; index += 1) simulation.simulate(index);
  return simulation.draws();
}

class YearSimulation {
  readonly #input: YearInput;
  readonly #random = new Random();
  readonly #tally: YearTally;
  readonly #newcomers: Newcomers;
  readonly #known: readonly { readonly stream: number; readonly leavers: Leavers<Piece> }[];
  readonly #counting: Leavers<number>;
  readonly #leftPerDay: number;

  constructor(input: YearInput) {
    this.#input = input;
    const { world, courses, asOf, stepsMost } = input;
    this.#leftPerDay = shareOf(courses.leftPerDay);
    this.#tally = new YearTally(world);
    this.#newcomers = new Newcomers({ world, courses, asOf, stepsMost, leftPerDay: this.#leftPerDay });
    const moved = courses.moved[world.grantYear > yearOf(asOf) ? 1 : 0];
    this.#known = world.known.map(({ group, step, pieces }) => ({
      stream: group * STREAMS_OF_GROUP + step,
      leavers: this.#leaversOf(pieces, hasYears(group), courses.fallen[fallenPlace(group, step)], moved),
    }));
    const { known, fallen, moved: movedCounts } = world.counts;
    this.#counting = this.#leaversOf(known, true, fallen, movedCounts);
  }

  /** Who of some known ones falls away by the day as of which the year is foreseen, leaves before it begins, or moves. */
  #leaversOf<T>(list: readonly T[], mayLeave: boolean, fallen: Rate = NOBODY, moved: Rate = NOBODY): Leavers<T> {
    const { asOf, knownOn, world } = this.#input;
    const part = Math.min(1, Math.max(0, (knownOn - asOf) / COURSE_DAYS));
    const days = Math.max(0, dayOf(world.grantYear, 1, 1) - asOf);
    const left = mayLeave ? days * this.#leftPerDay : 0;
    return new Leavers(list, Math.min(1, part * shareOf(fallen) + left), fallen.hits + fallen.misses, moved);
  }

  simulate(index: number): void {
    const { flows, hasCount, seed } = this.#input;
    const random = this.#random;
    this.#tally.start();
    for (const { stream, leavers } of this.#known) {
      random.start(seed, index * STREAMS + stream, TOPIC.courses);
      leavers.draw(random, this.#goes);
    }
    if (hasCount) {
      random.start(seed, index, TOPIC.counts);
      this.#counting.draw(random, this.#countsElsewhere);
    }
    for (const [group, flow] of flows.entries()) {
      random.start(seed, index * STREAMS + group, TOPIC.entries);
      const entrants = flow.draw(random);
      random.start(seed, index * STREAMS + group, TOPIC.likes);
      for (const some of entrants) this.#newcomers.enter(group, some, random, this.#tally);
    }
    if (hasCount) this.#tally.grantCounts();
    this.#tally.keep(index);
  }

  /** An amount that moves goes where a like one went. */
  readonly #goes = (piece: Piece, movesOnly: boolean): void => {
    this.#tally.remove(piece);
    if (movesOnly)
      this.#tally.add(drawLike(this.#input.world, { ...piece, isAfterAsOf: false }, this.#random) ?? piece);
  };

  readonly #countsElsewhere = (kommune: number, movesOnly: boolean): void => {
    const { known } = this.#input.world.counts;
    this.#tally.count(kommune, -1);
    const other = known[this.#random.below(known.length)];
    if (movesOnly && other !== undefined) this.#tally.count(other, 1);
  };

  draws(): YearDraws {
    return this.#tally.draws();
  }
}
