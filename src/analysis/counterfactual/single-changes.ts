import { at, type Day, FAR_FUTURE, NO_DAY } from '../../domain';
import { candidateRows } from './candidate-rows';
import { candidateCodes, isReadable } from './candidate-values';
import { type AddedRow, applyChange, type Change, type ValueChange } from './change';
import { cellOf, columnsOf, FACT_TABLES, type FactRow, type FactTable, type PersonFacts } from './person-facts';
import { isDateColumn, isGiven, type ProbeDates, probeDates } from './probe-dates';
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

/** Every registered value that the rule reads, not those of an added row; of rows that are not known yet at D first the day of registration. */
export function spotsOf(trial: Trial, facts: PersonFacts): readonly Spot[] {
  const columns = columnsOf(trial.plan.component);
  return FACT_TABLES.flatMap((table) =>
    facts.rows[table].flatMap((values, row) => {
      if (cellOf(values, 'line') === 0) return [];
      const late = cellOf(values, 'registeredOn') > trial.plan.context.asOf ? ['registeredOn'] : [];
      return [...late, ...(columns[table] ?? [])].map((column) => ({ table, row, column }));
    }),
  );
}

/**
 * Everything that could be done to one value, and every row that could be added, each tried.
 * @param excluded values that are left as they are (see spotName)
 */
export function* triedChanges(
  trial: Trial,
  facts: PersonFacts,
  excluded: ReadonlySet<string> = NOTHING_EXCLUDED,
): Generator<TriedChange> {
  const dates = probeDates(facts, trial.plan.context);
  for (const spot of spotsOf(trial, facts)) {
    if (!excluded.has(spotName({ kind: 'value', ...spot }))) yield* triedAt(trial, facts, spot, dates);
  }
  for (const change of candidateRows(trial, facts)) {
    if (!excluded.has(spotName(change))) yield tried(trial, facts, change);
  }
}

const NOTHING_EXCLUDED: ReadonlySet<string> = new Set();

/** Names the value that a change touches, or the row that it adds. */
export function spotName(change: AddedRow | ({ readonly kind: 'value' } & Spot)): string {
  if (change.kind === 'value') return `${change.table}/${change.row}/${change.column}`;
  return `${change.table}/added/${change.row.kind ?? change.row.category ?? 0}`;
}

/** Changes of one value: codes, or dates nearest first in each direction. */
function* triedAt(trial: Trial, facts: PersonFacts, spot: Spot, dates: ProbeDates): Generator<TriedChange> {
  const row = at(facts.rows[spot.table], spot.row);
  if (!isDateColumn(spot.column)) {
    for (const code of candidateCodes(trial, spot.table, spot.column, row)) {
      yield tried(trial, facts, valueChange(row, spot, code));
    }
    return;
  }
  for (const day of daysToTry(trial, row, spot.column, dates)) {
    if (isReadable(row, spot.column, day)) yield tried(trial, facts, valueChange(row, spot, day));
  }
}

/**
 * Days for a date: earlier ones, nearest first, then later ones. A row is registered earlier, never later: what is known
 * would not be unknown. An empty permit date may become any day, nearest to entered_on first; an empty end stays empty.
 * Last, a membership that ended may go on.
 */
function daysToTry(trial: Trial, row: FactRow, column: string, probes: ProbeDates): readonly Day[] {
  const value = cellOf(row, column);
  if (column === 'registeredOn') return [trial.plan.context.asOf];
  const dates = column === 'birthDate' ? probes.births : probes.others;
  if (value === FAR_FUTURE) return [];
  if (value === NO_DAY) {
    const near = cellOf(row, 'enteredOn');
    return [...dates].sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b);
  }
  const earlier = dates.filter((day) => day < value).reverse();
  const open = column === 'leftOn' ? [FAR_FUTURE] : [];
  return [...earlier, ...dates.filter((day) => day > value), ...open];
}

export function tried(trial: Trial, facts: PersonFacts, change: Change): TriedChange {
  return { change, result: trial.run(applyChange(facts, change)) };
}

export function valueChange(row: FactRow, spot: Spot, to: number): ValueChange {
  const from = cellOf(row, spot.column);
  const moves = isDateColumn(spot.column) && isGiven(from) && to !== FAR_FUTURE;
  return { kind: 'value', ...spot, from, to, daysMoved: moves ? Math.abs(to - from) : null };
}
