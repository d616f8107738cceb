import {
  closestWord,
  type LimitKey,
  parseComponent,
  parseLimitKey,
  RATE_CLASSES,
  RATE_KEYS,
  type RateClass,
  type RateKey,
  traitsOf,
} from '../../domain';

/** How a rate is changed (rulebook 8.4). Percents are in millionths of a percent, so that no float decides a krone. */
export type RateChange =
  | { readonly kind: 'to'; readonly nok: number }
  | { readonly kind: 'add'; readonly nok: number }
  | { readonly kind: 'percent'; readonly millionths: bigint }
  /** A part of another rate of the same class: half of the third year's for a fourth. */
  | { readonly kind: 'part'; readonly millionths: bigint; readonly of: RateKey };

/** What one word of a scenario puts in another value's place. */
export type SetWord =
  | {
      readonly kind: 'rates';
      readonly word: string;
      readonly cells: readonly { readonly key: RateKey; readonly rateClass: RateClass }[];
      /** The grant year that the word names; undefined where it names none. */
      readonly grantYear: number | undefined;
      readonly change: RateChange;
    }
  | { readonly kind: 'limit'; readonly word: string; readonly key: LimitKey; readonly value: string }
  | { readonly kind: 'assumption'; readonly word: string; readonly id: string; readonly value: string }
  /** A table of regions, by its path; or the class of one country. */
  | { readonly kind: 'regions'; readonly word: string; readonly path: string }
  | { readonly kind: 'region'; readonly word: string; readonly country: string; readonly rateClass: string };

/** Why a word cannot be read: what it could say instead. */
export interface SetProblem {
  readonly word: string;
  readonly expected: string;
}

const FORMS = 'KEY/CLASS=+3%, KEY/CLASS=+500, KEY/CLASS=45000, KEY=50%*KEY, LIMIT=VALUE, A10=VALUE, regions/SYR=low';

/**
 * Reads a word of a scenario, `persontilskudd.year2/high=+3%`. A rate may be named without its class (both), or by its
 * component alone (all of its rates), and with the grant year between.
 *
 * @example setWord('grunntilskudd.steps=1-5:low,6-200:high') // { kind: 'limit', ... }
 */
export function setWord(word: string): SetWord | SetProblem {
  const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=\s*(.+?)\s*$/.exec(word) ?? [];
  if (name === '') return { word, expected: FORMS };
  if (/^A\d+$/.test(name)) return { kind: 'assumption', word, id: name, value };
  if (name === 'regions') return { kind: 'regions', word, path: value };
  const [, country] = /^regions\/([A-Z]{3})$/.exec(name) ?? [];
  if (country !== undefined) {
    const rateClass = ['low', 'high', 'none'].find((one) => one === value);
    return rateClass === undefined
      ? { word, expected: 'low, high, none' }
      : { kind: 'region', word, country, rateClass };
  }
  const [first = '', ...rest] = name.split('/');
  const keys = keysOf(first);
  if (keys.length > 0) return ratesWord(word, keys, rest, value);
  const key = parseLimitKey(name);
  if (key !== undefined) return { kind: 'limit', word, key, value };
  const suggestion = closestWord(first, RATE_KEYS);
  return { word, expected: suggestion === undefined ? FORMS : `${suggestion}=+3%` };
}

/** True where a word could not be read. */
export function isProblem(word: SetWord | SetProblem): word is SetProblem {
  return !('kind' in word);
}

function keysOf(name: string): readonly RateKey[] {
  const key = RATE_KEYS.find((one) => one === name);
  if (key !== undefined) return [key];
  const component = parseComponent(name);
  return component === undefined ? [] : traitsOf(component).rates.map((rate) => rate.key);
}

function ratesWord(
  word: string,
  keys: readonly RateKey[],
  rest: readonly string[],
  value: string,
): SetWord | SetProblem {
  const year = rest.find((part) => /^\d{4}$/.test(part));
  const others = rest.filter((part) => part !== year);
  const [className] = others;
  const known = [...new Set(keys.flatMap(classesOf))];
  const classes = className === undefined ? known : known.filter((one) => one === className);
  const change = rateChange(value);
  if (others.length > 1 || classes.length === 0)
    return { word, expected: known.map((one) => `${keys[0]}/${one}`).join(', ') };
  if (change === undefined) return { word, expected: '+3%, -3.5%, +500, -500, 45000, 50%*persontilskudd.year3' };
  const cells = keys.flatMap((key) =>
    classesOf(key)
      .filter((one) => classes.includes(one))
      .map((rateClass) => ({ key, rateClass })),
  );
  return { kind: 'rates', word, cells, grantYear: year === undefined ? undefined : Number(year), change };
}

function classesOf(key: RateKey): readonly RateClass[] {
  const component = parseComponent(key.split('.')[0] ?? '');
  return component === undefined ? RATE_CLASSES : traitsOf(component).rateClasses;
}

function rateChange(value: string): RateChange | undefined {
  const text = value.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  const [, of] = /\*(.+)$/.exec(text) ?? [];
  const percent = percentMillionths(text.replace(/\*.+$/, ''));
  if (of !== undefined) {
    const key = RATE_KEYS.find((one) => one === of);
    return percent === undefined || key === undefined || percent < 0n
      ? undefined
      : { kind: 'part', millionths: percent, of: key };
  }
  if (percent !== undefined) return /^[+-]/.test(text) ? { kind: 'percent', millionths: percent } : undefined;
  if (!/^[+-]?\d{1,9}$/.test(text)) return undefined;
  return /^[+-]/.test(text) ? { kind: 'add', nok: Number(text) } : { kind: 'to', nok: Number(text) };
}

/** `+3.1%` or `3,1%` in millionths of a percent; undefined for anything else. */
export function percentMillionths(text: string): bigint | undefined {
  const [, sign = '', whole, part = ''] = /^([+-]?)(\d{1,4})(?:[.,](\d{1,6}))?%$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const millionths = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  return sign === '-' ? -millionths : millionths;
}

const WHOLE_PERCENT = 100_000_000n;

/** A rate and so many percent more, rounded half up to whole kroner. @example withPercent(62_300, 3_000_000n) === 64_169 */
export function withPercent(nok: number, millionths: bigint): number {
  return partOf(nok, WHOLE_PERCENT + millionths);
}

/** So many percent of a rate, rounded half up. */
export function partOf(nok: number, millionths: bigint): number {
  return Number((2n * BigInt(nok) * millionths + WHOLE_PERCENT) / (2n * WHOLE_PERCENT));
}
