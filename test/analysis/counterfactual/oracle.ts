import { areReadable } from '../../../src/analysis/counterfactual/candidate-values';
import {
  applyChange,
  applyChanges,
  type Change,
  NEAR_MISS_DAYS,
  sizeOfChanges,
} from '../../../src/analysis/counterfactual/change';
import type { Trial } from '../../../src/analysis/counterfactual/trial';
import {
  type CellTable,
  dayOf,
  FAR_FUTURE,
  type FactRow,
  NO_DAY,
  type PersonFacts,
  packCountry,
  parseRecipientCode,
} from '../../../src/domain';

/*
 * Knows nothing of rules: every value of every registered column is put in and the engine run on it. Days are every one
 * from three years before the grant year to one after, and within three days of any date of the person; further away
 * every eleventh.
 */

const code = (text: string): number => parseRecipientCode(text) ?? 0;
const PLACES = ['0301', '4601', '1507', '1508', '1850', '1806', '4204'].map(code);
const FYLKER = ['03', '15', '46', '11'].map(code);
const CODES: Readonly<Record<string, readonly number[]>> = {
  law: [0, 1],
  category: [0, 1, 2, 3, 4],
  outcome: [0, 1, 2],
  country: ['SYR', 'UKR', 'DEU', 'USA', 'XXA', 'XXX', 'QQQ'].map(packCountry),
  kommune: PLACES,
};
/** Dates that may be empty, and what stands for that. */
const EMPTY: Readonly<Record<string, number>> = {
  leftOn: FAR_FUTURE,
  deathDate: FAR_FUTURE,
  emigratedOn: FAR_FUTURE,
  toDate: FAR_FUTURE,
  permitGrantedOn: NO_DAY,
};
const DATES = ['registeredOn', 'decidedOn', 'enteredOn', 'fromDate', 'birthDate', ...Object.keys(EMPTY)];
const TABLES: readonly CellTable[] = [
  'decisions',
  'targetGroup',
  'residence',
  'trainingKommune',
  'upperSecondary',
  'persons',
];

/** How finely days are tried: `coarse` for pairs, with every so manieth day alone. */
export interface Fineness {
  readonly dayStep: number;
  readonly farStep: number;
  readonly birthStep: number;
  /** Days on both sides of a date of the person. */
  readonly around: number;
}
export const EVERY_DAY: Fineness = { dayStep: 1, farStep: 11, birthStep: 1, around: 3 };
/** Every shift of every date that is a near miss. */
export const NEAR_MISSES: Fineness = { ...EVERY_DAY, around: NEAR_MISS_DAYS };
export const COARSE: Fineness = { dayStep: 120, farStep: 900, birthStep: 1400, around: 0 };

/** Every change of one value and every row that could be added. */
export function* everyChange(facts: PersonFacts, year: number, fineness: Fineness): Generator<Change> {
  const days = daysOf(facts, year, fineness);
  const births = range(dayOf(year - 72, 1, 1), dayOf(year - 12, 1, 1), fineness.birthStep);
  for (const table of TABLES) {
    for (const [place, row] of facts.rows[table].entries()) {
      if (row.line === 0) continue;
      for (const [column, from] of Object.entries(row)) {
        const values = column === 'birthDate' ? [...births, ...days] : valuesOf(table, column, days);
        for (const to of values) if (to !== from) yield valueChange(table, place, column, from, to);
      }
    }
  }
  yield* addedRows(facts, year, fineness);
}

function valueChange(table: CellTable, row: number, column: string, from: number, to: number): Change {
  const given = (day: number): boolean => Math.abs(day) < 1_000_000;
  const moves = DATES.includes(column) && given(from) && given(to);
  return { kind: 'value', table, row, column, from, to, daysMoved: moves ? Math.abs(to - from) : null };
}

function valuesOf(table: CellTable, column: string, days: readonly number[]): readonly number[] {
  if (DATES.includes(column)) {
    const empty = EMPTY[column];
    return empty === undefined ? days : [...days, empty];
  }
  if (column === 'kind') return table === 'decisions' ? [0, 1, 2] : [0, 1];
  if (column === 'recipient') return table === 'upperSecondary' ? FYLKER : PLACES;
  return CODES[column] ?? [];
}

function daysOf(facts: PersonFacts, year: number, { dayStep, farStep, around }: Fineness): readonly number[] {
  const days = new Set([
    ...range(dayOf(year - 20, 1, 1), dayOf(year + 3, 1, 1), farStep),
    ...range(dayOf(year - 3, 1, 1), dayOf(year + 1, 12, 31), dayStep),
  ]);
  for (const table of TABLES) {
    for (const row of facts.rows[table]) {
      for (const [column, day] of Object.entries(row)) {
        if (!DATES.includes(column) || Math.abs(day) > 1_000_000) continue;
        for (let step = -around; step <= around; step += 1) days.add(day + step);
      }
    }
  }
  return [...days].sort((a, b) => a - b);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}

/** Rows of every table but persons: a person has one. */
function* addedRows(facts: PersonFacts, year: number, { dayStep }: Fineness): Generator<Change> {
  const days = range(dayOf(year - 3, 1, 1), dayOf(year + 1, 2, 1), 13 * Math.min(dayStep, 28));
  const known = { line: 0, registeredOn: dayOf(year, 12, 31) };
  const decision = Math.max(-1, ...facts.rows.decisions.map((row) => row.decision ?? 0)) + 1;
  const added = (table: CellTable, row: FactRow): Change => ({ kind: 'added', table, row: { ...known, ...row } });
  for (const day of days) {
    for (const kind of [0, 1, 2]) {
      yield added('decisions', { decision, kommune: code('0301'), kind, outcome: 0, decidedOn: day });
    }
    for (const kind of [0, 1]) {
      for (const toDate of [day, day + 200, FAR_FUTURE]) {
        yield added('residence', { recipient: code('4601'), kind, fromDate: day, toDate });
      }
    }
    yield added('trainingKommune', { recipient: code('4601'), kind: 0, fromDate: day, toDate: FAR_FUTURE });
    yield added('upperSecondary', { recipient: code('46'), kind: 0, fromDate: day, toDate: FAR_FUTURE });
    for (const category of [0, 1, 2, 3, 4]) {
      for (const law of [0, 1]) {
        for (const permitGrantedOn of [day, day - 2000, day + 700, NO_DAY]) {
          yield added('targetGroup', { law, category, enteredOn: day, permitGrantedOn, leftOn: FAR_FUTURE });
        }
      }
    }
  }
}

/** The smallest single change of all that gives, undefined where none does. */
export function smallestSingle(trial: Trial, facts: PersonFacts, fineness: Fineness): Change | undefined {
  let best: Change | undefined;
  for (const change of everyChange(facts, trial.plan.grantYear, fineness)) {
    if (best && sizeOfChanges([change]) >= sizeOfChanges([best])) continue;
    const changed = applyChange(facts, change);
    if (areReadable(changed) && trial.gives(changed)) best = change;
  }
  return best;
}

/** The smallest pair that gives, of two different values, undefined where none does. */
export function smallestPair(trial: Trial, facts: PersonFacts): readonly Change[] | undefined {
  let best: readonly Change[] | undefined;
  const singles = [...everyChange(facts, trial.plan.grantYear, COARSE)];
  for (const [place, first] of singles.entries()) {
    const changed = applyChange(facts, first);
    for (const second of singles.slice(place + 1)) {
      if (isSame(first, second) || (best && sizeOfChanges([first, second]) >= sizeOfChanges(best))) continue;
      const both = applyChange(changed, second);
      if (areReadable(both) && trial.gives(both)) best = [first, second];
    }
  }
  return best;
}

/** Every pair of changes that is smaller than a size: how many there are, and the one at a place; the smallest first come first. */
export function smallerPairs(
  facts: PersonFacts,
  year: number,
  below: number,
): { readonly count: number; at(place: number): readonly Change[] } {
  const sized = Array.from(everyChange(facts, year, NEAR_MISSES), (change) => ({
    change,
    size: sizeOfChanges([change]),
  })).sort((a, b) => a.size - b.size);
  // Behind each change stand its partners, up to the last that is small enough.
  const starts = [0];
  let end = sized.length;
  for (const [place, { size }] of sized.entries()) {
    while (end > place + 1 && (sized[end - 1]?.size ?? 0) + size >= below) end -= 1;
    starts.push((starts.at(-1) ?? 0) + Math.max(0, end - place - 1));
  }
  return {
    count: starts.at(-1) ?? 0,
    at(place) {
      let first = 0;
      for (let last = sized.length; last - first > 1; ) {
        const middle = (first + last) >> 1;
        if ((starts[middle] ?? 0) <= place) first = middle;
        else last = middle;
      }
      return [sized[first], sized[first + 1 + place - (starts[first] ?? 0)]].flatMap((one) => one?.change ?? []);
    },
  };
}

/** Whether changes of different values make a register that can be read and a person who gives. */
export function gives(trial: Trial, facts: PersonFacts, changes: readonly Change[]): boolean {
  const [first, second] = changes;
  if (first !== undefined && second !== undefined && isSame(first, second)) return false;
  const changed = applyChanges(facts, changes);
  return areReadable(changed) && trial.gives(changed);
}

function isSame(one: Change, other: Change): boolean {
  if (one.kind === 'added' || other.kind === 'added') return one.kind === other.kind && one.table === other.table;
  return one.table === other.table && one.row === other.row && one.column === other.column;
}
