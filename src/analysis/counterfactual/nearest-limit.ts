import { at, type CellTable, cellOf, type PersonFacts, TABLE } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, type Change, type ValueChange } from './change';
import { isDateColumn, isGiven } from './date-columns';
import { singleChanges } from './single-changes';
import type { Trial } from './trial';

/** The first condition that failed, on the row that came furthest, and how far it was from being met. */
export interface NearestLimit {
  /** Line of the row in target_group or decisions. */
  readonly line: number;
  /** Place of the condition in the rule module's list. */
  readonly condition: number;
  /** The date that would have met it with the smallest shift; undefined where no date alone would. */
  readonly date: DateMargin | undefined;
}

/** A registered date, the nearest one that would have met the condition, and the days between. */
export interface DateMargin {
  readonly table: CellTable;
  readonly line: number;
  readonly column: string;
  readonly value: number;
  readonly limit: number;
  readonly days: number;
}

/** Of the candidate rows the one whose first failed condition stands last; undefined where no row was tried. */
export function nearestLimit(trial: Trial, facts: PersonFacts): NearestLimit | undefined {
  let best: { line: number; condition: number } | undefined;
  for (const { line, failures } of candidatesOf(trial, facts)) {
    const condition = firstBit(failures);
    if (failures !== 0 && (!best || condition > best.condition)) best = { line, condition };
  }
  return best && { ...best, date: dateMargin(trial, facts, best.line, best.condition) };
}

/** Place of the lowest bit that is set. */
function firstBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

function candidatesOf(trial: Trial, facts: PersonFacts): { line: number; failures: number }[] {
  const person = trial.view(facts);
  if (!person) return [];
  const outcome = trial.evaluate(person);
  const table = outcome.candidateTable === TABLE.decisions ? person.block.decisions : person.block.targetGroup;
  return outcome.candidateRows.map((row, place) => ({
    line: at([...table.line], row),
    failures: at(outcome.candidateFailures, place),
  }));
}

function dateMargin(trial: Trial, facts: PersonFacts, line: number, condition: number): DateMargin | undefined {
  const meets = (changed: PersonFacts): boolean =>
    candidatesOf(trial, changed).some((each) => each.line === line && ((each.failures >> condition) & 1) === 0);
  const nearer = new Map<string, number>();
  const found: DateMargin[] = [];
  for (const change of singleChanges(trial, facts)) {
    if (!isShift(change) || !isDateColumn(change.column)) continue;
    if (!areReadable(applyChange(facts, change))) continue;
    const spot = `${change.table}/${change.row}/${change.column}/${change.to < change.from}`;
    const before = nearer.get(spot) ?? change.from;
    if (before === Number.POSITIVE_INFINITY) continue;
    if (!meets(applyChange(facts, change))) {
      nearer.set(spot, change.to);
      continue;
    }
    nearer.set(spot, Number.POSITIVE_INFINITY);
    const { to } = smallestShift(facts, change, before, meets);
    const row = at(facts.rows[change.table], change.row);
    const days = Math.abs(to - change.from);
    const { table, column, from: value } = change;
    found.push({ table, line: cellOf(row, 'line'), column, value, limit: to, days });
  }
  return found.reduce<DateMargin | undefined>(
    (best, each) => (!best || each.days < best.days ? each : best),
    undefined,
  );
}

/**
 * The smallest shift of a date in the direction of a change with which something still holds, between a day with which
 * it does not (the value itself or a probe nearer to it) and the day of the change, by halving: with a day less it does
 * not hold.
 *
 * @param nearer a day between the registered one and that of the change, with which it does not hold
 */
function smallestShift(
  facts: PersonFacts,
  change: ValueChange,
  nearer: number,
  holds: (changed: PersonFacts) => boolean,
): ValueChange {
  if (!isDateColumn(change.column) || !isGiven(change.from)) return change;
  let without = nearer;
  let withIt = change.to;
  while (Math.abs(withIt - without) > 1) {
    const middle = Math.trunc((without + withIt) / 2);
    if (holds(applyChange(facts, moved(change, middle)))) withIt = middle;
    else without = middle;
  }
  return moved(change, withIt);
}

function moved(change: ValueChange, to: number): ValueChange {
  return { ...change, to, daysMoved: Math.abs(to - change.from) };
}

/** True for a change of a date that is moved by a number of days. */
function isShift(change: Change): change is ValueChange & { daysMoved: number } {
  return change.kind === 'value' && change.daysMoved !== null;
}
