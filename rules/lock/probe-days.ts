import { asDay, type Day, dayOf } from '../../src/domain';

/**
 * Small generator of whole numbers (Lehmer, modulus 2^31 - 1): the same sequence on every machine for ever, which is
 * all that a probe needs.
 */
export class ProbeNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed % 2_147_483_646) + 1;
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % limit;
  }

  pick<T>(list: readonly T[], fallback: T): T {
    return list[this.below(list.length)] ?? fallback;
  }
}

/** Days on which rules turn, and the days beside them, around a year. */
export function boundaryDays(year: number): Day[] {
  const days = [
    dayOf(year, 1, 1),
    dayOf(year, 1, 15),
    dayOf(year, 2, 28),
    dayOf(year, 3, 1),
    dayOf(year, 3, 31),
    dayOf(year, 6, 30),
    dayOf(year, 7, 1),
    dayOf(year, 9, 30),
    dayOf(year, 12, 31),
  ];
  return days.flatMap((day) => [asDay(day - 1), day, asDay(day + 1)]);
}
