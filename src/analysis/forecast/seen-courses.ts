import { Decimal } from 'decimal.js';
import { type Day, f64, hasParticipants, i32, u16, u32 } from '../../domain';
import { componentOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { courseKey, type FactUnits } from './fact-units';
import type { SeenCourse } from './forecast-types';

/** Persons who must have been known a year ago before what became of them is taken for a rule. */
export const FEW_PERSONS = 20;

/**
 * What became of those known a year ago, by component and year number; where they were few, of all year numbers of the
 * component together; where those were few too, nobody is taken to fall away or to come late.
 */
export function seenCourses(
  looks: {
    readonly now: FactUnits;
    readonly nowThen: FactUnits;
    readonly lastYear: FactUnits;
    readonly lastYearThen: FactUnits;
  },
  yearAgo: Day,
): Map<number, SeenCourse> {
  const keys = new Set([...looks.now.keys(), ...looks.nowThen.keys(), ...looks.lastYear.keys()].map(courseKey));
  return new Map(
    [...keys]
      .sort((a, b) => a - b)
      .map((key) => {
        const [component, yearNumber] = [componentOfCell(key << 2), yearNumberOfCell(key << 2)];
        const ofYear = (cell: number): boolean => courseKey(cell) === key;
        const ofComponent = (cell: number): boolean => componentOfCell(cell) === component;
        const within = enough(looks.lastYearThen, ofYear, ofComponent);
        const over = enough(looks.nowThen, ofYear, ofComponent);
        const course = {
          component,
          yearNumber,
          ...stayedAndLate(looks, within, yearAgo),
          keptOverYear: over === undefined ? ALL : shareKept(looks.nowThen, looks.now, over),
          isOwn: within === ofYear && over === ofYear,
        };
        return [key, course];
      }),
  );
}

type CellFilter = (cell: number) => boolean;
const ALL = new Decimal(1);

/** The narrower of the filters that finds enough persons; undefined where neither does. */
function enough(units: FactUnits, ...filters: readonly CellFilter[]): CellFilter | undefined {
  return filters.find((filter) => pooled(units, filter).size >= FEW_PERSONS);
}

function stayedAndLate(
  { lastYear, lastYearThen }: { readonly lastYear: FactUnits; readonly lastYearThen: FactUnits },
  filter: CellFilter | undefined,
  yearAgo: Day,
): Pick<SeenCourse, 'kept' | 'late'> {
  if (filter === undefined) return { kept: ALL, late: new Decimal(0) };
  const before = pooled(lastYearThen, filter);
  const late = [...pooled(lastYear, filter)].filter(([id, day]) => !before.has(id) && day <= yearAgo).length;
  // Where more came late than were known, what was known says nothing about how many there are.
  return {
    kept: shareKept(lastYearThen, lastYear, filter),
    late: Decimal.min(ALL, new Decimal(late).div(before.size)),
  };
}

function shareKept(before: FactUnits, after: FactUnits, filter: CellFilter): Decimal {
  const [known, still] = [pooled(before, filter), pooled(after, filter)];
  return new Decimal([...known.keys()].filter((id) => still.has(id)).length).div(known.size);
}

function pooled(units: FactUnits, filter: CellFilter): Map<number, number> {
  const all = new Map<number, number>();
  for (const [cell, known] of units) if (filter(cell)) for (const [id, day] of known) all.set(id, day);
  return all;
}

/** Days that stand behind every recipient before anything was seen, so that a few moves do not decide: ten years. */
export const STEADY_DAYS = 3650;

/** Days of persontilskudd that were foreseen at a recipient a year ago, and those seen now. */
export interface MovesSeen {
  readonly foreseen: number;
  readonly seen: number;
}

/** Where the same persons turned out to live, against where they were foreseen to a year ago. */
export function movesSeen(now: FactTable, nowThen: FactTable): Map<number, MovesSeen> {
  const moves = new Map<number, { foreseen: number; seen: number }>();
  const places = new Map(personPlaces(now));
  for (const [personId, place] of personPlaces(nowThen)) {
    const later = places.get(personId);
    if (later === undefined) continue;
    addDays(nowThen, place, moves, 'foreseen');
    addDays(now, later, moves, 'seen');
  }
  return moves;
}

/** A weight changed as moves were seen: times (seen + ten years) / (foreseen + ten years), whole. */
export function movedWeight(weight: number, moves: MovesSeen | undefined): number {
  const { seen, foreseen } = moves ?? { seen: 0, foreseen: 0 };
  return Number((BigInt(weight) * BigInt(seen + STEADY_DAYS)) / BigInt(foreseen + STEADY_DAYS));
}

/** Entry of persontilskudd of each person who has one. */
function* personPlaces(facts: FactTable): Generator<[number, number]> {
  for (let person = 0; person < facts.personIds.length; person += 1) {
    for (let entry = u32(facts.entryStart, person); entry < u32(facts.entryStart, person + 1); entry += 1) {
      if (hasParticipants(componentOfCell(u16(facts.cell, entry)))) yield [f64(facts.personIds, person), entry];
    }
  }
}

function addDays(
  facts: FactTable,
  entry: number,
  moves: Map<number, { foreseen: number; seen: number }>,
  side: 'foreseen' | 'seen',
): void {
  for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
    const recipient = i32(facts.recipient, share);
    const sums = moves.get(recipient) ?? { foreseen: 0, seen: 0 };
    sums[side] += i32(facts.days, share);
    moves.set(recipient, sums);
  }
}
