import { at, type Day, FAR_FUTURE, NO_DAY } from '../../domain';
import { candidateRows } from './candidate-rows';
import { candidateCodes, isReadable } from './candidate-values';
import { applyChange, type Change, type ValueChange } from './change';
import { FACT_COLUMNS, FACT_TABLES, type FactRow, type FactTable, type PersonFacts, valueOf } from './person-facts';
import { isDateColumn, isGiven, probeDates } from './probe-dates';
import type { Trial, TrialResult } from './trial';

/** A change with what running the engine on it gave. */
export interface TriedChange {
  readonly change: Change;
  readonly result: TrialResult;
}

/** One registered value. */
export interface Spot {
  readonly table: FactTable;
  readonly row: number;
  readonly column: string;
}

/** Every registered value that a rule may read, and the day of registration of rows that are not known yet at D. */
export function spotsOf(trial: Trial, facts: PersonFacts): readonly Spot[] {
  return FACT_TABLES.flatMap((table) =>
    facts.rows[table].flatMap((values, row) => {
      const late = valueOf(values, 'registeredOn') > trial.plan.context.asOf ? ['registeredOn'] : [];
      return [...late, ...FACT_COLUMNS[table]].map((column) => ({ table, row, column }));
    }),
  );
}

/** Everything that could be done to one value, and every row that could be added, each tried. */
export function* triedChanges(trial: Trial, facts: PersonFacts): Generator<TriedChange> {
  const dates = probeDates(facts, trial.plan.context);
  for (const spot of spotsOf(trial, facts)) yield* triedAt(trial, facts, spot, dates);
  for (const change of candidateRows(trial, facts)) yield tried(trial, facts, change);
}

/** Changes of one value: codes, or dates nearest first in each direction. */
function* triedAt(trial: Trial, facts: PersonFacts, spot: Spot, dates: readonly Day[]): Generator<TriedChange> {
  const row = at(facts.rows[spot.table], spot.row);
  if (!isDateColumn(spot.column)) {
    for (const code of candidateCodes(trial, spot.table, spot.column, row)) {
      yield tried(trial, facts, valueChange(row, spot, code));
    }
    return;
  }
  for (const day of daysToTry(row, spot.column, dates)) {
    if (isReadable(row, spot.column, day)) yield tried(trial, facts, valueChange(row, spot, day));
  }
}

/**
 * Days for a date: earlier ones, nearest first, then later ones. A row is registered earlier, never later: what is known
 * would not be unknown. An empty permit date may become any day, nearest to entered_on first; an empty end stays empty.
 */
function daysToTry(row: FactRow, column: string, dates: readonly Day[]): readonly Day[] {
  const value = valueOf(row, column);
  if (value === FAR_FUTURE) return [];
  if (value === NO_DAY) {
    const near = valueOf(row, 'enteredOn');
    return [...dates].sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b);
  }
  const earlier = dates.filter((day) => day < value).reverse();
  return column === 'registeredOn' ? earlier : [...earlier, ...dates.filter((day) => day > value)];
}

export function tried(trial: Trial, facts: PersonFacts, change: Change): TriedChange {
  return { change, result: trial.run(applyChange(facts, change)) };
}

export function valueChange(row: FactRow, spot: Spot, to: number): ValueChange {
  const from = valueOf(row, spot.column);
  const moves = isDateColumn(spot.column) && isGiven(from);
  return { kind: 'value', ...spot, from, to, daysMoved: moves ? Math.abs(to - from) : null };
}
