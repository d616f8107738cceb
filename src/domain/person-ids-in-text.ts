import { hasValidDufCheckDigits } from './person-id';

/*
 * Ids of persons in texts that people write, in the groupings in which they are written. An amount, a hash, an account
 * number (1234.56.78901) or the id of a run is none: what decides stands in the two tables below.
 */

/** What may stand between two groups of digits of one id: blanks of any width, hyphens, dots, marks that are not seen. */
const GAP = '\\p{Cf}*(?:[\\p{Zs}\\t]{1,2}|[-\\u2010-\\u2015\\u2212.\\u00b7_])?\\p{Cf}*';
const NUMBER_RUN = new RegExp(`\\d+(?:(?:${GAP})\\d+)*`, 'gu');
const GROUP = /\d+/g;

/** How surely groups of digits are an id: `always`, with a year in front, or only where the check digits hold. */
type Surety = 'always' | 'year' | 'check';

/** Groupings of DUF numbers: lengths of the groups. */
const DUF_GROUPINGS: ReadonlyMap<string, Surety> = new Map([
  ['12', 'always'],
  ['6 6', 'always'],
  ['4 4 4', 'always'],
  ['4 6 2', 'year'],
  ['4 8', 'year'],
  ['4 2 6', 'year'],
  ['6 3 3', 'year'],
  ['6 4 2', 'year'],
  ['8 4', 'check'],
  ['10 2', 'year'],
  ['3 3 3 3', 'check'],
  ['2 2 2 2 2 2', 'check'],
]);
/** Groupings of national ids and D-numbers. Account numbers are written 4 2 5, or in a row. */
const NATIONAL_GROUPINGS: ReadonlyMap<string, Surety> = new Map([
  ['11', 'check'],
  ['6 5', 'always'],
  ['2 2 2 5', 'check'],
  ['6 3 2', 'always'],
  ['2 2 2 3 2', 'check'],
  ['3 3 3 2', 'check'],
  ['3 3 5', 'check'],
]);
/** More groups has no id. */
const GROUPS_MAX = 6;

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Where ids of persons stand in a text: begin and end of each. */
export function personIdsIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const run of text.matchAll(NUMBER_RUN)) {
    const groups = Array.from(run[0].matchAll(GROUP), ({ 0: digits, index }): Group => {
      const start = run.index + index;
      return { digits, start, end: start + digits.length };
    });
    for (let first = 0; first < groups.length; first += 1) {
      const last = lastGroupOfId(text, groups, first);
      if (last < 0) continue;
      found.push({ start: groups[first]?.start ?? 0, end: groups[last]?.end ?? 0 });
      first = last;
    }
  }
  return found;
}

/** Whether a text holds the id of a person, in a row or grouped. */
export function holdsPersonId(text: string): boolean {
  return personIdsIn(text).length > 0;
}

/**
 * Whether digits where an amount is wanted are rather the id of a person, in a column that was taken for another: with a year in
 * front or check digits that hold. Other numbers of eleven or twelve digits are amounts.
 */
export function isRatherPersonId(digits: string): boolean {
  if (digits.length === 11) return isBirthDate(digits) && hasNationalCheckDigits(digits);
  return digits.length === 12 && (isYear(digits.slice(0, 4)) || hasValidDufCheckDigits(Number(digits)));
}

/** The text with stars for the digits of every id of a person. */
export function withoutPersonIds(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of personIdsIn(text)) {
    shown += text.slice(from, start) + text.slice(start, end).replace(/\d/g, '*');
    from = end;
  }
  return shown + text.slice(from);
}

/** Number of the last group of an id that begins with a group, -1 where none begins there. */
function lastGroupOfId(text: string, groups: readonly Group[], first: number): number {
  for (let last = Math.min(groups.length, first + GROUPS_MAX) - 1; last >= first; last -= 1) {
    const own = groups.slice(first, last + 1);
    if (isId(own.map(({ digits }) => digits)) && !isPartOfName(text, own)) return last;
  }
  return -1;
}

function isId(groups: readonly string[]): boolean {
  const digits = groups.join('');
  if (digits.length !== 11 && digits.length !== 12) return false;
  const grouping = groups.map((group) => group.length).join(' ');
  if (digits.length === 11) {
    const surety = NATIONAL_GROUPINGS.get(grouping);
    return surety !== undefined && isBirthDate(digits) && (surety === 'always' || hasNationalCheckDigits(digits));
  }
  const surety = DUF_GROUPINGS.get(grouping);
  if (surety === undefined) return false;
  if (groups.length === 3 && groups.every(isYear)) return hasValidDufCheckDigits(Number(digits));
  const isSure = surety === 'always' || (surety === 'year' && isYear(digits.slice(0, 4)));
  return isSure || hasValidDufCheckDigits(Number(digits));
}

const isYear = (digits: string): boolean => /^(19|20)\d\d$/.test(digits);

/** Day and month as national ids, D-numbers (day + 40) and made-up ones (month + 40, 65 or 80) have them. */
function isBirthDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4));
  const isMonth = [0, 40, 65, 80].some((more) => month - more >= 1 && month - more <= 12);
  return day >= 1 && day <= 31 && Number(digits.slice(0, 2)) <= 71 && isMonth;
}

const WEIGHTS = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
];

function hasNationalCheckDigits(digits: string): boolean {
  return WEIGHTS.every(
    (weights) => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11 === 0,
  );
}

const HEX_WORD = /^[0-9a-f]*[a-f][0-9a-f]*$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Digits that belong to a hash, to a UUID or to the hash of a run id (`2018-T1-201212345603`). */
function isPartOfName(text: string, groups: readonly Group[]): boolean {
  const [{ start } = { start: 0 }] = groups;
  const end = groups.at(-1)?.end ?? start;
  const before = /[0-9a-z]*$/i.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
  const after = /^[0-9a-z]*/i.exec(text.slice(end, end + 64))?.[0] ?? '';
  if (HEX_WORD.test(before + after)) return true;
  if (/(?:^|[^0-9a-z])[12]\d{3}-T\d-$/i.test(text.slice(Math.max(0, start - 9), start))) return true;
  return UUID.test(`${/[0-9a-f-]*$/i.exec(text.slice(Math.max(0, start - 24), start))?.[0]}${text.slice(start, end)}`);
}

/** A word as a message repeats it: of one that is nothing but digits none, they may be part of a person's id. */
export function withoutIds(word: string): string {
  return /^[\d .-]+$/.test(word) ? word.replace(/\d/g, '#') : word;
}
