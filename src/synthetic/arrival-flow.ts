import { asDay, calendarDate, type Day, dayOf } from '../domain';
import type { Random } from './random';

/** Shapes of a flow that have a name. */
export const FLOW_SHAPES = ['steady', 'falling', 'rising', 'wave'] as const;
export type FlowShape = (typeof FLOW_SHAPES)[number];

/**
 * How many persons enter when. A shape says how the persons of the register are spread over its years, up to that of the last
 * extract; numbers say how many enter in Y and each year after it, beside the persons of the register from before.
 */
export type ArrivalFlow = FlowShape | readonly number[];

/** Years of entry before Y. */
const YEARS_BEFORE = 6;
const MONTHS = 12;
const THOUSAND = 1000;
/** Each year of a falling flow has so many hundredths of the one before, and of a rising one so many. */
const FALLING = 82;
const RISING = 122;
/** Collective protection (chapter 6A) doubles every flow from June 2022 to its announced end (rulebook A19). */
const COLLECTIVE_FROM = 2022 * 12 + 5;
const COLLECTIVE_TO = 2026 * 12 + 5;
/** A wave as in 2022: from March of Y - 2 on eight times as many under chapter 6A, and then month by month less. */
const WAVE_MONTHS = 15;
const WAVE_MOST = 800;
const STEADY = 100;

/** Calls `check` with every number of a flow. */
export function checkFlow(flow: ArrivalFlow | undefined, check: (value: number) => void): void {
  if (flow === undefined || isShape(flow)) return;
  for (const value of flow) check(value);
}

function isShape(flow: ArrivalFlow): flow is FlowShape {
  return !Array.isArray(flow);
}

/** Draws days of entry along a flow. */
export class FlowDays {
  readonly #first: Day;
  /** Weights of months, summed up. */
  readonly #sums: readonly number[];
  readonly #numbers: readonly number[];
  readonly #collective: number[] = [];
  readonly #year: number;
  readonly #persons: number;

  /** @param persons persons from before Y where the flow has numbers, else all; @param lastYear year of the last extract */
  constructor(flow: ArrivalFlow, year: number, persons: number, lastYear: number) {
    this.#year = year;
    this.#persons = persons;
    this.#numbers = isShape(flow) ? [] : flow;
    this.#first = dayOf(year - YEARS_BEFORE, 1, 1);
    const years = isShape(flow) ? YEARS_BEFORE + 1 + lastYear - year : YEARS_BEFORE;
    let sum = 0;
    this.#sums = Array.from({ length: years * MONTHS }, (_, month) => {
      const { settled, collective } = this.#weights(isShape(flow) ? flow : 'steady', month);
      this.#collective.push(Math.floor((THOUSAND * collective) / (settled + collective)));
      sum += settled + collective;
      return sum;
    });
  }

  #weights(shape: FlowShape, month: number): { readonly settled: number; readonly collective: number } {
    const settled = monthWeight(shape, month);
    const calendar = (this.#year - YEARS_BEFORE) * MONTHS + month;
    const isOpen = COLLECTIVE_FROM <= calendar && calendar <= COLLECTIVE_TO;
    const since = month - ((YEARS_BEFORE - 2) * MONTHS + 2);
    const wave =
      shape !== 'wave' || since < 0 ? 0 : Math.floor((WAVE_MOST * Math.max(0, WAVE_MONTHS - since)) / WAVE_MONTHS);
    return { settled, collective: (isOpen ? settled : 0) + (calendar <= COLLECTIVE_TO ? wave : 0) };
  }

  /** How many in a thousand of those who enter on a day do so under chapter 6A. */
  collectivePerMille(day: Day): number {
    const { year, month } = calendarDate(day);
    const place = (year - this.#year + YEARS_BEFORE) * MONTHS + month - 1;
    return this.#collective[place] ?? this.#collective.at(-1) ?? 0;
  }

  /** Persons in all. */
  get total(): number {
    return this.#numbers.reduce((sum, number) => sum + number, this.#persons);
  }

  /** Day of entry of a person by ordinal; takes two draws. */
  dayOf(random: Random, ordinal: number): Day {
    let left = ordinal - this.#persons;
    for (const [index, number] of left < 0 ? [] : this.#numbers.entries()) {
      if (left < number) {
        random.bits();
        return asDay(dayOf(this.#year + index, 1, 1) + random.below(365));
      }
      left -= number;
    }
    const draw = random.below(this.#sums.at(-1) ?? 1);
    const month = this.#sums.findIndex((sum) => draw < sum);
    const start = dayOf(this.#year - YEARS_BEFORE + Math.floor(month / MONTHS), (month % MONTHS) + 1, 1);
    return asDay(Math.max(this.#first, start + random.below(DAYS_OF_MONTH)));
  }
}

const DAYS_OF_MONTH = 30;

function monthWeight(shape: FlowShape, month: number): number {
  if (shape === 'steady' || shape === 'wave') return STEADY;
  const share = shape === 'falling' ? FALLING : RISING;
  let weight = STEADY * 10;
  for (let year = Math.floor(month / MONTHS); year > 0; year -= 1) weight = Math.floor((weight * share) / STEADY);
  // On a straight line from one January to the next: no flow changes at the turn of a year.
  const next = Math.floor((weight * share) / STEADY);
  const past = month % MONTHS;
  return Math.max(1, Math.floor((weight * (MONTHS - past) + next * past) / MONTHS));
}
