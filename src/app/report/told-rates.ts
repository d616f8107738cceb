import { at } from '../../domain';
import { isFew } from './held-persons';

/** Persons of a group who have the same public rate; on several sides, where they are the same persons, the rate of each. */
export interface RatedPersons {
  readonly group: string;
  readonly ratesNok: readonly number[];
  readonly persons: number;
  readonly amountsNok: readonly number[];
}

/** So many sums of persons are compared: of six rates those of up to twelve persons. */
const SUMS_MOST = 20_000;
/** So many persons with the same sum are compared with one another, and so many exchanges are tried. */
const SAME_MOST = 40;
const EXCHANGES_MOST = 20_000;

/** By the place of a rate. */
type Counts = readonly number[];

/**
 * Whether persons and kroner of a figure tell, with the public rates, of one to four persons: they do where no other persons
 * at these rates come to the same, or only such as leave one to four at one of them. Only exchanges of few persons are looked
 * for, so sooner too much is held to be told than too little. Kroner of part of a year tell nothing: nobody knows of which part.
 */
export class ToldRates {
  readonly #places: ReadonlyMap<string, number>;
  /** Persons more and less at each rate who change neither the count nor the kroner. */
  #exchanges: readonly Counts[] | undefined;
  readonly #rates: readonly (readonly number[])[];
  readonly #groups = new Map<string, RatedPersons[]>();

  /** @param rates all public rates, on each side; @param isCountKnown kroner alone tell less */
  constructor(rates: readonly (readonly number[])[], rows: Iterable<RatedPersons>, isCountKnown = true) {
    const distinct = [...new Map(rates.map((each) => [each.join(), each])).values()];
    this.#places = new Map(distinct.map((each, place) => [each.join(), place]));
    // Where nobody says how many they are, as many others as are wanted have nothing.
    const nobody = isCountKnown ? [] : [distinct[0]?.map(() => 0) ?? []];
    this.#rates = [...distinct, ...nobody];
    for (const row of rows) {
      const own = this.#groups.get(row.group) ?? [];
      this.#groups.set(row.group, own);
      own.push(row);
    }
  }

  /** Whether the sums over these groups tell of few persons. */
  tells(groups: readonly string[]): boolean {
    return this.tellsOf(groups.flatMap((group) => this.#groups.get(group) ?? []));
  }

  /** The same of other rows than those of the groups. */
  tellsOf(rows: readonly RatedPersons[]): boolean {
    const sums = Array.from(this.#places, () => 0);
    for (const { ratesNok, persons, amountsNok } of rows) {
      const place = this.#places.get(ratesNok.join());
      if (place === undefined) return false;
      if (amountsNok.some((nok, side) => nok !== persons * at(ratesNok, side))) return false;
      sums[place] = at(sums, place) + persons;
    }
    return sums.some((count, place) => isFew(count) && !this.#mayBeOther(sums, place));
  }

  /** Whether there may as well be nobody, or enough, at a rate. */
  #mayBeOther(sums: Counts, place: number): boolean {
    this.#exchanges ??= exchangesOf(this.#rates);
    return this.#exchanges.some(
      (more) => !isFew(at(sums, place) + at(more, place)) && sums.every((count, each) => count + at(more, each) >= 0),
    );
  }
}

/** Exchanges of as many persons with as many others of the same kroner, both ways, of the fewest persons first. */
function exchangesOf(rates: readonly (readonly number[])[]): Counts[] {
  const exchanges: Counts[] = [];
  let level: Counts[] = [rates.map(() => 0)];
  for (let sums = 0; level.length > 0 && sums + level.length < SUMS_MOST; sums += level.length) {
    level = level.flatMap((counts) => onePersonMore(counts));
    const bySum = new Map<string, Counts[]>();
    for (const one of level) {
      const sum = sumsOf(one, rates);
      const same = bySum.get(sum) ?? [];
      if (same.length < SAME_MOST) bySum.set(sum, [...same, one]);
      for (const other of same) {
        if (exchanges.length >= EXCHANGES_MOST) return exchanges;
        if (one.some((count, each) => count > 0 && at(other, each) > 0)) continue;
        exchanges.push(differenceOf(one, other), differenceOf(other, one));
      }
    }
  }
  return exchanges;
}

/** Each way to add a person at the last rate that has one, or at a later one: no way twice. */
function onePersonMore(counts: Counts): Counts[] {
  const last = Math.max(
    0,
    counts.findLastIndex((count) => count > 0),
  );
  return counts.slice(last).map((_, more) => counts.with(last + more, at(counts, last + more) + 1));
}

function sumsOf(counts: Counts, rates: readonly (readonly number[])[]): string {
  const sides = rates[0] ?? [];
  return sides.map((_, side) => rates.reduce((sum, each, place) => sum + at(counts, place) * at(each, side), 0)).join();
}

function differenceOf(one: Counts, other: Counts): Counts {
  return one.map((count, place) => count - at(other, place));
}
