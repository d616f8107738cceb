import { asDay, type Day, dayOf, type Random, yearOf } from '../../domain';
import { type Delay, knownShares, shareKnownAt } from './delays';
import { type CountDistribution, entriesExpected, hitsAmong } from './draw-count';
import { type EntryHistory, LOOKS, PERIOD_DAYS } from './entry-history';
import { drawGiven, type GivenArrivals } from './given-arrivals';
import { entriesAhead, entriesBack, type Pace, varianceAhead } from './pace';

/** Persons who are not known at D: who entered in a year, of one class or of any. */
export interface Entrants {
  readonly year: number;
  /** RATE_CLASS; undefined for any. */
  readonly rateClass: number | undefined;
  /** Whether they have entered before D, and are not registered yet. */
  readonly isLate: boolean;
  count: number;
}

/** What the entries of one group are drawn from. */
export interface FlowInput {
  readonly history: EntryHistory;
  readonly delay: Delay;
  readonly pace: Pace;
  readonly asOf: Day;
  /** Day as of which the register is foreseen: who is registered later does not show. */
  readonly knownOn: Day;
  /** Last day of entry, where the law has one. */
  readonly lastEntry: Day | undefined;
  /** Last year of entry that matters. */
  readonly lastYear: number;
  readonly given: readonly GivenArrivals[];
  /** Entries of a year known at D, by class or in all. */
  readonly knownIn: (year: number, rateClass: number | undefined) => number;
}

/** Entries that stand behind the level of a period that is partly known, in periods. */
const LEVEL_WEIGHT = 0.5;
/** Parts that shares and the level are drawn in: so fine that only what was seen leaves them open, not the number of parts. */
const FINE = 10_000;
/** Least variance of a year's level beside that of the year before. */
const LEAST_VARIANCE = 1e-6;
/** Periods a year's entries are looked at in, for how many of them are registered in time. */
const PARTS = 12;

/** Draws how many enter a group whom nobody knows yet: those who have entered and are not registered, and those to come. */
export class EntryFlow {
  readonly #input: FlowInput;
  readonly #periodsToKnown: number;
  /** By periods after entry: of those known then, who came in the last of them; of FINE. */
  readonly #late: readonly CountDistribution[];
  /** The level at D, the one foreseen being FINE. */
  readonly #level: CountDistribution;

  constructor(input: FlowInput) {
    this.#input = input;
    const { came, known } = input.delay;
    this.#late = came.map((hits, age) => hitsAmong(FINE, hits, Math.max(0, (known[age] ?? 0) - hits)));
    this.#level = entriesExpected(FINE, 1 / varianceAhead(input.pace, 0));
    this.#periodsToKnown = (input.knownOn - input.asOf) / PERIOD_DAYS;
  }

  /** One simulation; takes its draws in the order of time, so that a later last year changes no earlier one. */
  draw(random: Random): Entrants[] {
    const shares = this.#drawShares(random);
    // One level for both: where more come than was foreseen, more of them are still to be registered, too.
    const level = this.#level.draw(random) / FINE;
    const entrants = this.#drawUnseen(random, shares, level);
    this.#drawAhead(random, shares, level, entrants);
    return entrants.filter(({ count }) => count > 0);
  }

  /** Shares known by age, as uncertain as what was seen of them leaves them. */
  #drawShares(random: Random): number[] {
    const late = this.#late.map((distribution) => distribution.draw(random) / FINE);
    return knownShares(late);
  }

  #drawUnseen(random: Random, shares: readonly number[], level: number): Entrants[] {
    const { history, asOf, pace } = this.#input;
    const byYear = new Map<number, Entrants>();
    for (let period = 0; period <= LOOKS && period < history.periods; period += 1) {
      const atAsOf = shareKnownAt(shares, period);
      const later = shareKnownAt(shares, period + this.#periodsToKnown);
      const count = history.known[period] ?? 0;
      const shape = count + LEVEL_WEIGHT * level * entriesBack(pace, period);
      const mean = (shape * Math.max(0, later - atAsOf)) / (atAsOf + LEVEL_WEIGHT);
      const unseen = entriesExpected(mean, shape).draw(random);
      // A period that lies in two years is of the one that its middle lies in.
      const year = yearOfDay(asOf - (period + 0.5) * PERIOD_DAYS);
      const mine = byYear.get(year) ?? { year, rateClass: undefined, isLate: true, count: 0 };
      mine.count += unseen;
      byYear.set(year, mine);
    }
    return [...byYear.values()];
  }

  #drawAhead(random: Random, shares: readonly number[], level: number, entrants: Entrants[]): void {
    const { asOf, lastYear, pace } = this.#input;
    let factor = level;
    let before = 0;
    for (let year = yearOf(asOf); year <= lastYear; year += 1) {
      const [from, to] = this.#daysOf(year);
      const mean = factor * this.#expected(from, to, shares);
      const ahead = (from + to) / 2 / PERIOD_DAYS;
      // The level goes on from the one drawn, and drifts from there.
      const sureness = 1 / Math.max(LEAST_VARIANCE, varianceAhead(pace, ahead) - varianceAhead(pace, before));
      const count = entriesExpected(mean, sureness, pace.source?.thinning).draw(random);
      if (mean > 0 && sureness > 0) factor *= (sureness + count) / (sureness + mean);
      before = ahead;
      this.#addYear(year, count, random, entrants);
    }
  }

  /** Who enters in a year after D: as drawn by the pace, or what is left of a number that was given for the year. */
  #addYear(year: number, byPace: number, random: Random, entrants: Entrants[]): void {
    const { given, knownIn } = this.#input;
    const rows = given.filter(({ grantYear }) => grantYear === year);
    if (rows.length === 0) {
      entrants.push({ year, rateClass: undefined, isLate: false, count: byPace });
      return;
    }
    let unseen = entrants.reduce((sum, one) => (one.year === year ? sum + one.count : sum), 0);
    for (const row of rows) {
      const left = Math.max(0, drawGiven(row, random) - knownIn(year, row.rateClass));
      // Whoever has entered already is among those given.
      const count = Math.max(0, left - unseen);
      unseen = Math.max(0, unseen - left);
      entrants.push({ year, rateClass: row.rateClass, isLate: false, count });
    }
  }

  /** Days after D from which and up to which people can enter in a year. */
  #daysOf(year: number): readonly [number, number] {
    const { asOf, lastEntry } = this.#input;
    const from = Math.max(asOf, dayOf(year, 1, 1) - 1);
    const to = Math.min(dayOf(year, 12, 31), lastEntry ?? Number.MAX_SAFE_INTEGER);
    return [from - asOf, Math.max(from, to) - asOf];
  }

  #expected(from: number, to: number, shares: readonly number[]): number {
    let sum = 0;
    const part = (to - from) / PARTS;
    for (let index = 0; index < PARTS && part > 0; index += 1) {
      const start = from + index * part;
      const middle = (start + part / 2) / PERIOD_DAYS;
      const inTime = shareKnownAt(shares, this.#periodsToKnown - middle - 0.5);
      sum += entriesAhead(this.#input.pace, start / PERIOD_DAYS, part / PERIOD_DAYS) * inTime;
    }
    return sum;
  }
}

function yearOfDay(day: number): number {
  return yearOf(asDay(Math.floor(day)));
}
