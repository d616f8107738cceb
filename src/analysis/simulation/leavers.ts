import { i32, type Random } from '../../domain';
import type { Rate } from './courses';
import { type CountDistribution, hitsAmong } from './draw-count';

/** Persons that what is seen of a course weighs beside those it was seen of. */
const WEIGHT = 20;

/** Who of a list of known ones falls away or leaves, and who moves; drawn anew in each simulation. */
export class Leavers<T> {
  readonly #list: readonly T[];
  readonly #leave: CountDistribution;
  readonly #move: CountDistribution;
  readonly #order: Int32Array;

  /** @param share share of the list who fall away or leave, as seen of so many persons */
  constructor(list: readonly T[], share: number, seen: number, moved: Rate) {
    const weight = seen + WEIGHT;
    this.#list = list;
    this.#leave = hitsAmong(list.length, share * weight, (1 - share) * weight);
    this.#move = hitsAmong(list.length, moved.hits, moved.misses);
    this.#order = Int32Array.from({ length: list.length }, (_, index) => index);
  }

  /** Calls with everyone who goes, and whether they move only. */
  draw(random: Random, goes: (one: T, movesOnly: boolean) => void): void {
    const leaving = this.#leave.draw(random);
    const moving = Math.min(this.#list.length - leaving, this.#move.draw(random));
    shuffleFirst(this.#order, leaving + moving, random);
    for (let place = 0; place < leaving + moving; place += 1) {
      const one = this.#list[i32(this.#order, place)];
      if (one !== undefined) goes(one, place >= leaving);
    }
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
