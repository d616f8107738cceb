import {
  type AgeRange,
  CATEGORIES,
  dayOf,
  type GrantYearContext,
  type Limit,
  type LimitKey,
  type LimitTable,
  NorsktilskuddError,
  parseDay,
  RATE_CLASS,
} from '../../src/domain';
import { limitOf } from './limit-table';

/** What part of a rate a person gives: all of it (A8), or a part by the window of the triggering row (rulebook 1.2). */
export const PRORATIONS = ['full', 'days', 'months', 'half_year'] as const;

/** Number of persons from `from` to `to` gives `rateClass`. */
export interface CountStep {
  readonly from: number;
  readonly to: number;
  readonly rateClass: number;
}

/** Reads `1-3:low 4-150:high`; undefined where it cannot be read. What lies in no step gives RATE_CLASS.none. */
export function stepOfText(text: string): ((persons: number) => number) | undefined {
  const steps = stepsOfText(text);
  return (
    steps && ((persons) => steps.find(({ from, to }) => from <= persons && persons <= to)?.rateClass ?? RATE_CLASS.none)
  );
}

function stepsOfText(text: string): readonly CountStep[] | undefined {
  const steps: CountStep[] = [];
  for (const part of text.split(' ')) {
    const [, from, to, name] = /^(\d+)-(\d*):(low|high)$/.exec(part) ?? [];
    if (from === undefined) return undefined;
    const rateClass = name === 'low' ? RATE_CLASS.low : RATE_CLASS.high;
    steps.push({ from: Number(from), to: to ? Number(to) : Number.POSITIVE_INFINITY, rateClass });
  }
  const isOdd = ({ from, to }: CountStep, place: number): boolean =>
    from < 1 || from > to || steps.some((other, at) => at !== place && other.from <= to && from <= other.to);
  return steps.some(isOdd) ? undefined : steps;
}

/** Limits of a grant year's law, as rules read them. */
export function limitsOf({ limits, lawYear, grantYear }: GrantYearContext): YearLimits {
  return new YearLimits(limits, lawYear, grantYear);
}

/**
 * The limits of one grant year as rules read them (rulebook 1.2). Each reader says what the value means; one that it
 * cannot read stops the run.
 *
 * @throws NorsktilskuddError rule LIMIT_MISSING, LIMIT_VALUE_UNKNOWN
 */
export class YearLimits {
  readonly #table: LimitTable;
  /** Grant year whose values hold. */
  readonly #lawYear: number;
  /** Grant year in which days of the year lie. */
  readonly #grantYear: number;

  constructor(table: LimitTable, lawYear: number, grantYear = lawYear) {
    this.#table = table;
    this.#lawYear = lawYear;
    this.#grantYear = grantYear;
  }

  /** The row that holds, with its provenance. */
  row(key: LimitKey): Limit {
    return limitOf(this.#table, key, this.#lawYear);
  }

  /** The text as the table has it. */
  text(key: LimitKey): string {
    return this.row(key).value;
  }

  /** `16-66` or `18-`. */
  ages(key: LimitKey): AgeRange {
    const [, from, to] = this.#match(key, /^(\d{1,3})-(\d{0,3})$/);
    const ages = { from: Number(from), to: to === '' ? Number.POSITIVE_INFINITY : Number(to) };
    return ages.from <= ages.to ? ages : this.#unknown(key);
  }

  /** A day; Infinity for `never`. */
  day(key: LimitKey): number {
    const text = this.text(key);
    if (text === 'never') return Number.POSITIVE_INFINITY;
    return parseDay(text) ?? this.#unknown(key);
  }

  /** `01-15` in this grant year. 29 February is 1 March in common years. */
  dayOfYear(key: LimitKey): number {
    const [, month, day] = this.#match(key, /^(\d\d)-(\d\d)$/);
    // 29 February exists in leap years alone.
    if (parseDay(`2000-${month}-${day}`) === undefined) this.#unknown(key);
    return dayOf(this.#grantYear, Number(month), 1) + Number(day) - 1;
  }

  whole(key: LimitKey, least = 0, most = Number.POSITIVE_INFINITY): number {
    const number = Number(this.#match(key, /^(\d{1,6})$/)[1]);
    return least <= number && number <= most ? number : this.#unknown(key);
  }

  /** What part of a rate a person gives. */
  proration(key: LimitKey): (typeof PRORATIONS)[number] {
    return this.oneOf(key, PRORATIONS);
  }

  /** A number of days; Infinity for `none`. */
  days(key: LimitKey): number {
    return this.text(key) === 'none' ? Number.POSITIVE_INFINITY : this.whole(key);
  }

  isYes(key: LimitKey): boolean {
    return this.oneOf(key, ['yes', 'no']) === 'yes';
  }

  /** One of the words that the caller can follow. */
  oneOf<T extends string>(key: LimitKey, words: readonly T[]): T {
    const text = this.text(key);
    return words.find((word) => word === text) ?? this.#unknown(key);
  }

  /** Categories of target-group rows as bits `1 << CATEGORY`. */
  categories(key: LimitKey): number {
    let bits = 0;
    for (const name of this.text(key).split(' ')) {
      const ordinal = CATEGORIES.findIndex((names) => names[0] === name);
      if (ordinal < 0) this.#unknown(key);
      bits |= 1 << ordinal;
    }
    return bits;
  }

  /** A fraction from 0 to 1. */
  fraction(key: LimitKey): { readonly numerator: number; readonly denominator: number } {
    const [, above, below] = this.#match(key, /^(\d+)\/(\d+)$/);
    const [numerator, denominator] = [Number(above), Number(below)];
    return denominator > 0 && numerator <= denominator ? { numerator, denominator } : this.#unknown(key);
  }

  /** Rate class by number of persons: `1-3:low 4-150:high`. What lies in no step gives RATE_CLASS.none. */
  stepOf(key: LimitKey): (persons: number) => number {
    return stepOfText(this.text(key)) ?? this.#unknown(key);
  }

  /** The steps themselves, in the order of the row. */
  steps(key: LimitKey): readonly CountStep[] {
    return stepsOfText(this.text(key)) ?? this.#unknown(key);
  }

  #match(key: LimitKey, pattern: RegExp): RegExpExecArray {
    return pattern.exec(this.text(key)) ?? this.#unknown(key);
  }

  #unknown(key: LimitKey): never {
    throw new NorsktilskuddError('rule', 'LIMIT_VALUE_UNKNOWN', { key, value: this.text(key), year: this.#lawYear });
  }
}
