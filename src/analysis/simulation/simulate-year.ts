import {
  asRecipientCode,
  type Day,
  dayOf,
  emptyList,
  i32,
  isKommune,
  NO_RECIPIENT,
  Random,
  RECIPIENT_CODE_LIMIT,
  yearOf,
} from '../../domain';
import { COURSE_DAYS, type Courses, fallenPlace, hasYears, type Rate } from './courses';
import { type CountDistribution, hitsAmong, MILLION, millionths } from './draw-count';
import type { Entrants, EntryFlow } from './entry-flow';
import type { Piece } from './year-pieces';
import type { YearWorld } from './year-world';

/** Simulations of a forecast. */
export const SIMULATIONS = 1000;
/** Streams of random numbers; one for each simulation and topic. */
const TOPIC = { entries: 101, courses: 102, likes: 103, counts: 104 } as const;
const STREAMS = 64;
/** Kroner by slot and persons by cell, each a row of one number a simulation. */
export interface YearDraws {
  readonly amountNok: readonly Float64Array[];
  readonly persons: ReadonlyMap<number, Int32Array>;
}

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

/** What may happen to some of a list. */
interface Chance {
  readonly leave: CountDistribution;
  readonly move: CountDistribution;
  readonly order: Int32Array;
}

class YearSimulation {
  readonly #input: YearInput;
  readonly #random = new Random();
  readonly #amounts: Float64Array[] = [];
  readonly #persons = new Map<number, Int32Array>();
  readonly #now: number[] = [];
  readonly #cells = new Map<number, number>();
  readonly #counts = new Int32Array(RECIPIENT_CODE_LIMIT);
  readonly #chances: readonly Chance[];
  readonly #countChance: Chance;
  readonly #base: number[] = [];
  readonly #baseCells = new Map<number, number>();
  readonly #baseCounts = new Int32Array(RECIPIENT_CODE_LIMIT);
  readonly #leftPerDay: number;
  /** Kommuner in which somebody has counted in some simulation. */
  readonly #kommuner = new Set<number>();

  constructor(input: YearInput) {
    this.#input = input;
    const { world, courses } = input;
    const { hits, misses } = courses.leftPerDay;
    this.#leftPerDay = hits + misses === 0 ? 0 : hits / (hits + misses);
    this.#chances = world.known.map(({ group, step, pieces }) => {
      const moved = courses.moved[world.grantYear > yearOf(input.asOf) ? 1 : 0];
      return this.#chanceOf(pieces.length, hasYears(group), courses.fallen[fallenPlace(group, step)], moved);
    });
    const { counts } = world;
    this.#countChance = this.#chanceOf(counts.known.length, true, counts.fallen, counts.moved);
    for (const { pieces } of world.known) for (const piece of pieces) add(piece, 1, this.#base, this.#baseCells);
    for (const kommune of world.counts.known) {
      this.#baseCounts[kommune] = i32(this.#baseCounts, kommune) + 1;
      this.#kommuner.add(kommune);
    }
  }

  /** How many of a list of known ones fall away or leave before the year, and how many move. */
  #chanceOf(length: number, mayLeave: boolean, fallen: Rate = NOBODY, moved: Rate = NOBODY): Chance {
    const { asOf, knownOn, world } = this.#input;
    const part = Math.min(1, Math.max(0, (knownOn - asOf) / COURSE_DAYS));
    const seen = fallen.hits + fallen.misses;
    const days = Math.max(0, dayOf(world.grantYear, 1, 1) - asOf);
    const left = mayLeave ? days * this.#leftPerDay : 0;
    const share = Math.min(1, (seen > 0 ? (part * fallen.hits) / seen : 0) + left);
    const weight = seen + WEIGHT;
    return {
      leave: hitsAmong(length, share * weight, (1 - share) * weight),
      move: hitsAmong(length, moved.hits, moved.misses),
      order: Int32Array.from({ length }, (_, index) => index),
    };
  }

  simulate(index: number): void {
    const { world, flows, hasCount, seed } = this.#input;
    emptyList(this.#now);
    for (const nok of this.#base) this.#now.push(nok);
    this.#cells.clear();
    for (const [cell, count] of this.#baseCells) this.#cells.set(cell, count);
    for (const kommune of this.#kommuner) this.#counts[kommune] = i32(this.#baseCounts, kommune);
    for (const [place, { group, step, pieces }] of world.known.entries()) {
      this.#random.start(seed, index * STREAMS + group * 8 + step, TOPIC.courses);
      this.#known(pieces, this.#chances[place]);
    }
    if (hasCount) this.#knownCounts(index);
    for (const [group, flow] of flows.entries()) {
      this.#random.start(seed, index * STREAMS + group, TOPIC.entries);
      const entrants = flow.draw(this.#random);
      this.#random.start(seed, index * STREAMS + group, TOPIC.likes);
      for (const some of entrants) this.#enter(group, some);
    }
    if (hasCount) this.#countGrants();
    this.#keep(index);
  }

  #known(pieces: readonly Piece[], chance: Chance | undefined): void {
    if (chance === undefined) return;
    const leave = chance.leave.draw(this.#random);
    const move = Math.min(pieces.length - leave, chance.move.draw(this.#random));
    shuffleFirst(chance.order, leave + move, this.#random);
    for (let place = 0; place < leave + move; place += 1) {
      const piece = pieces[i32(chance.order, place)];
      if (piece === undefined) continue;
      add(piece, -1, this.#now, this.#cells);
      if (place < leave) continue;
      const like = this.#like(piece.group, piece.step, piece.rateClass, false);
      add(like ?? piece, 1, this.#now, this.#cells);
    }
  }

  #knownCounts(index: number): void {
    const { world, seed } = this.#input;
    const { known } = world.counts;
    const { leave, move, order } = this.#countChance;
    this.#random.start(seed, index, TOPIC.counts);
    const leaving = leave.draw(this.#random);
    const moving = Math.min(known.length - leaving, move.draw(this.#random));
    shuffleFirst(order, leaving + moving, this.#random);
    for (let place = 0; place < leaving + moving; place += 1) {
      const kommune = known[i32(order, place)];
      if (kommune === undefined) continue;
      this.#count(kommune, -1);
      const other = known[this.#random.below(known.length)];
      if (place >= leaving && other !== undefined) this.#count(other, 1);
    }
  }

  #enter(group: number, { year, rateClass, isLate, count }: Entrants): void {
    const { world, stepsMost, asOf, courses } = this.#input;
    const step = world.grantYear - year + 1;
    const isAfterAsOf = !isLate && step === 1;
    const chance = this.#countChanceOf(group, step, isLate);
    const { hits, misses } = courses.fallen[fallenPlace(group, 1)] ?? NOBODY;
    const days = Math.max(0, dayOf(world.grantYear, 1, 1) - Math.max(asOf, dayOf(year, 7, 1)));
    // Others who came were seen with those who have fallen away since left out; these are still to do so.
    const leaves = millionths((step > 1 ? days * this.#leftPerDay : 0) + (hits > 0 ? hits / (hits + misses) : 0));
    for (let index = 0; index < count; index += 1) {
      if (leaves > 0 && this.#random.below(MILLION) < leaves) continue;
      const like = this.#like(group, Math.min(step, stepsMost[group] ?? 1), rateClass, isAfterAsOf);
      if (like === undefined) continue;
      if (step <= (stepsMost[group] ?? 1)) add(like, 1, this.#now, this.#cells);
      if (chance > 0 && this.#random.below(MILLION) < chance) this.#count(this.#home(like.home), 1);
    }
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

  #like(group: number, step: number, rateClass: number | undefined, isAfterAsOf: boolean): Piece | undefined {
    const likes = this.#input.world.like(group, step, rateClass, isAfterAsOf);
    return likes.length === 0 ? undefined : likes[this.#random.below(likes.length)];
  }

  /** Kommune that somebody comes to count in, like others who count; where there are none, that of whom they are like. */
  #home(fallback: number): number {
    const { homes, empty, emptyShare } = this.#input.world.counts;
    const list = this.#random.below(MILLION) < millionths(emptyShare) ? empty : homes;
    return list.length === 0 ? fallback : (list[this.#random.below(list.length)] ?? fallback);
  }

  #count(kommune: number, change: number): void {
    if (kommune === NO_RECIPIENT || !isKommune(asRecipientCode(kommune))) return;
    this.#kommuner.add(kommune);
    this.#counts[kommune] = i32(this.#counts, kommune) + change;
  }

  #countGrants(): void {
    const { pieces, countCellOf } = this.#input.world;
    for (const kommune of this.#kommuner) {
      const persons = i32(this.#counts, kommune);
      const cell = persons < 1 ? undefined : countCellOf(persons);
      if (cell === undefined) continue;
      const slot = pieces.slotOf(kommune, cell);
      this.#now[slot] = (this.#now[slot] ?? 0) + pieces.rateOf(cell).rateNok;
      this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + persons);
    }
  }

  #keep(index: number): void {
    for (const [slot, nok] of this.#now.entries()) {
      if (nok === undefined || nok === 0) continue;
      while (this.#amounts.length <= slot) this.#amounts.push(new Float64Array(SIMULATIONS));
      const row = this.#amounts[slot];
      if (row !== undefined) row[index] = nok;
    }
    for (const [cell, count] of this.#cells) {
      const row = this.#persons.get(cell) ?? new Int32Array(SIMULATIONS);
      row[index] = count;
      this.#persons.set(cell, row);
    }
  }

  draws(): YearDraws {
    return { amountNok: this.#amounts, persons: this.#persons };
  }
}

/** What is seen of few is drawn towards what is seen of all; of nobody it weighs as much as so many persons. */
const WEIGHT = 20;
const NOBODY: Rate = { hits: 0, misses: 0 };
/** Years in which a person counts for grunntilskudd. */
const COUNT_YEARS = 3;
const YEAR_DAYS = 365;

function add({ slots, amountNok, cells }: Piece, sign: 1 | -1, amounts: number[], counts: Map<number, number>): void {
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place] ?? 0;
    while (amounts.length <= slot) amounts.push(0);
    amounts[slot] = (amounts[slot] ?? 0) + sign * (amountNok[place] ?? 0);
  }
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] ?? 0;
    counts.set(cell, (counts.get(cell) ?? 0) + sign);
  }
}

/** Brings some of a list to its head, each as likely as any other. */
function shuffleFirst(order: Int32Array, wanted: number, random: Random): void {
  for (let place = 0; place < wanted; place += 1) {
    const other = place + random.below(order.length - place);
    const held = i32(order, place);
    order[place] = i32(order, other);
    order[other] = held;
  }
}
