import { apportion, at, type Place, type RecipientCode, u32 } from '../domain';
import { mix } from './random';
import { TOWN_WEIGHTS } from './town-weights';

/** How a person's home is bound to the count of 15 January (rulebook 5.1). */
export const BOND = {
  /** A kommune whose count is left to chance. */
  free: 0,
  /** One of exactly 3, 4, 150 or 151 persons who count in their kommune. */
  counted: 1,
  /** In such a kommune, but entering after the day of the count. */
  afterCount: 2,
} as const;

/** Kommuner whose count on 15 January is set, by that count. */
const EDGES = [
  { count: 3, newcomers: 1 },
  { count: 4, newcomers: 2 },
  { count: 150, newcomers: 25 },
  { count: 151, newcomers: 25 },
];

interface Range {
  readonly kommune: RecipientCode;
  readonly bond: number;
}

/**
 * Homes on 15 January as ranges of a line of `persons` places. Every kommune in force has somebody while there are
 * enough persons, a few lie exactly at the steps of grunntilskudd, the rest follow the weights. A person's place on the
 * line is an affine permutation of the ordinal, so nothing is kept per person.
 */
export class HomePlan {
  readonly #ranges: Range[] = [];
  readonly #starts: Uint32Array;
  readonly #persons: number;
  readonly #factor: number;
  readonly #shift: number;
  readonly #weighted: RecipientCode[] = [];

  constructor(kommuner: readonly Place[], persons: number, seed: number) {
    this.#persons = persons;
    this.#factor = coprimeFactor(persons);
    this.#shift = mix(seed ^ 0x51ed270b) % persons;
    const starts: number[] = [];
    let next = 0;
    for (const { kommune, bond, count } of quotas(kommuner, persons, seed)) {
      if (count === 0) continue;
      this.#ranges.push({ kommune, bond });
      starts.push(next);
      next += count;
    }
    this.#starts = Uint32Array.from(starts);
    const free = new Set(this.#ranges.filter((range) => range.bond === BOND.free).map((range) => range.kommune));
    for (const place of kommuner) {
      if (!free.has(place.code)) continue;
      const copies = Math.ceil(weightOf(place) / 4);
      for (let copy = 0; copy < copies; copy += 1) this.#weighted.push(place.code);
    }
  }

  /** Home of a person by ordinal; ordinals past the number of persons go round again. */
  homeOf(ordinal: number): Range {
    const slot = ((ordinal % this.#persons) * this.#factor + this.#shift) % this.#persons;
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (u32(this.#starts, middle) <= slot) low = middle;
      else high = middle;
    }
    return at(this.#ranges, low);
  }

  /** Another kommune whose count is left to chance, larger ones more often; `draw` is any whole number. */
  elsewhere(draw: number): RecipientCode {
    return at(this.#weighted, draw % this.#weighted.length);
  }
}

function weightOf(place: Place): number {
  return TOWN_WEIGHTS[place.name] ?? 1 + (mix(place.code) % 12);
}

function* quotas(kommuner: readonly Place[], persons: number, seed: number) {
  const small = kommuner.filter((place) => TOWN_WEIGHTS[place.name] === undefined);
  small.sort((a, b) => mix(a.code ^ seed) - mix(b.code ^ seed) || a.code - b.code);
  const edged = new Set<RecipientCode>();
  let left = persons;
  for (const { count, newcomers } of EDGES) {
    const wanted = count < 100 ? Math.ceil(kommuner.length / 25) : Math.min(3, Math.floor(persons / 2500));
    for (let made = 0; made < wanted && left - count - newcomers > 4 * kommuner.length; made += 1) {
      const place = at(small, edged.size);
      edged.add(place.code);
      yield { kommune: place.code, bond: BOND.counted, count };
      yield { kommune: place.code, bond: BOND.afterCount, count: newcomers };
      left -= count + newcomers;
    }
  }
  const free = kommuner.filter((place) => !edged.has(place.code));
  const everywhere = left >= 4 * free.length ? 3 : left >= free.length ? 1 : 0;
  const parts: number[] = [];
  apportion(left - everywhere * free.length, free.map(weightOf), parts);
  for (const [index, place] of free.entries()) {
    yield { kommune: place.code, bond: BOND.free, count: at(parts, index) + everywhere };
  }
}

/** A factor near the golden section of the line that shares no divisor with its length. */
function coprimeFactor(length: number): number {
  let factor = Math.max(1, Math.floor(length * 0.618));
  while (greatestCommonDivisor(factor, length) !== 1) factor += 1;
  return factor;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
