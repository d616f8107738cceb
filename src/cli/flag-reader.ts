import {
  COMPONENTS,
  type Component,
  type Day,
  type ErrorDetail,
  errorDetail,
  holdsPersonId,
  type MessageCode,
  NorsktilskuddError,
  type ParamsArguments,
  parseComponent,
  parseDay,
  visibleText,
} from '../domain';
import { closestWord } from '../domain/closest-word';

/** First and last grant year that can be asked for; which of them have a calendar the rules say. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Reads the values of flags and gathers what is wrong with them, so that a user sees all of it at once. */
export class FlagReader {
  readonly #problems: ErrorDetail[] = [];

  problem<Code extends MessageCode>(code: Code, ...values: ParamsArguments<Code>): void {
    this.#problems.push(errorDetail(code, ...values));
  }

  /** Text of a flag that must be given. */
  required(flag: string, value: string | undefined): string {
    if (!value) this.problem('FLAG_MISSING', { flag });
    return value ?? '';
  }

  year(flag: string, value: string | undefined): number {
    const text = this.required(flag, value);
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    if (text && (year < FIRST_YEAR || year > LAST_YEAR)) this.#bad(flag, text, `${FIRST_YEAR}-${LAST_YEAR}`);
    return year;
  }

  term(flag: string, value: string | undefined): 1 | 2 | 3 | 4 {
    const text = this.required(flag, value);
    const term = ([1, 2, 3, 4] as const).find((candidate) => String(candidate) === text);
    if (text && term === undefined) this.#bad(flag, text, '1, 2, 3, 4');
    return term ?? 1;
  }

  day(flag: string, value: string | undefined): Day | undefined {
    if (value === undefined) return undefined;
    const day = parseDay(value);
    if (day === undefined) this.#bad(flag, value, 'YYYY-MM-DD');
    return day;
  }

  /** Percent from 0 to 100 with at most two decimals, `.` or `,`. */
  percent(flag: string, value: string | undefined): number | undefined {
    if (value === undefined) return undefined;
    const percent = /^\d{1,3}([.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : -1;
    if (percent < 0 || percent > 100) this.#bad(flag, value, '0-100');
    return percent;
  }

  /** Share from 0 to 1. */
  fraction(flag: string, value: string | undefined): number {
    if (value === undefined) return 0;
    const fraction = /^(0|1|[01]?[.,]\d{1,6})$/.test(value) ? Number(value.replace(',', '.')) : -1;
    if (fraction < 0 || fraction > 1) this.#bad(flag, value, '0-1');
    return fraction;
  }

  whole(flag: string, value: string | undefined, fallback: number, limit: number): number {
    if (value === undefined) return fallback;
    const number = /^\d{1,15}$/.test(value) ? Number(value) : -1;
    if (number < 0 || number > limit) this.#bad(flag, value, `0-${limit}`);
    return number;
  }

  /** Whole kroner, blanks between thousands allowed. */
  kroner(flag: string, value: string | undefined): number | undefined {
    if (value === undefined) return undefined;
    const digits = value.replace(/[\s\u00a0]/g, '');
    const amount = /^\d{1,15}$/.test(digits) ? Number(digits) : -1;
    if (amount < 0) this.#bad(flag, value, '815000000');
    return amount;
  }

  /** Whole kroner with a sign where it is negative, blanks between thousands allowed. */
  amount(flag: string, value: string | undefined): number | undefined {
    if (value === undefined) return undefined;
    const digits = value.replace(/[\s\u00a0]/g, '').replace('\u2212', '-');
    if (/^-?\d{1,12}$/.test(digits)) return Number(digits);
    this.#bad(flag, value, '-12500');
    return undefined;
  }

  /** A reason or note that stays for ever: it holds no person id and no control characters. Empty where not given. */
  freeText(flag: string, value: string | undefined): string {
    const text = value?.trim() ?? '';
    if (holdsPersonId(text)) this.problem('FLAG_HOLDS_ID', { flag });
    if (visibleText(text) !== text) this.problem('FLAG_CONTROL_CHARACTERS', { flag });
    return text;
  }

  components(flag: string, values: readonly string[] | undefined): Component[] {
    const found: Component[] = [];
    for (const value of values ?? []) {
      const component = parseComponent(value);
      if (component === undefined) this.#bad(flag, value, COMPONENTS.join(', '), closestWord(value, COMPONENTS));
      else if (!found.includes(component)) found.push(component);
    }
    return COMPONENTS.filter((component) => found.includes(component));
  }

  choice<T extends string>(flag: string, value: string | undefined, choices: readonly T[], fallback: T): T {
    if (value === undefined) return fallback;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) this.#bad(flag, value, choices.join(', '), closestWord(value, choices));
    return choice ?? fallback;
  }

  /** Throws what was gathered (kind usage, exit 2). */
  finish(command: string): void {
    if (this.#problems.length > 0) throw new NorsktilskuddError('usage', 'USAGE_REFUSED', { command }, this.#problems);
  }

  #bad(flag: string, value: string, expected: string, suggestion?: string): void {
    this.problem('FLAG_BAD_VALUE', { flag, value, expected, ...(suggestion === undefined ? {} : { suggestion }) });
  }
}
