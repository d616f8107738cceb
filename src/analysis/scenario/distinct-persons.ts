import type { RuleSet } from '../../../rules';
import { type Day, i32, NO_RECIPIENT, type RegisterSource, STATUS, u8, u16, u32 } from '../../domain';
import { CELL_LIMIT, isCountedCell } from '../facts/cell-key';
import { eachPerson } from '../facts/each-person';
import type { FactTable } from '../facts/fact-table';
import type { SizeSlot } from '../facts/size-slots';
import { ageGroup } from '../statistics/dimensions';

/** Group of a person's share in an answer, by recipient, cell and the person's place in the table. */
export type GroupOf = (recipient: number, cell: number, person: number) => number;

/**
 * Distinct persons by group, for several ways of grouping in one pass: whoever has several shares in a group counts once
 * in it. A person who is counted for grunntilskudd stands in the cell of the kommune's step.
 *
 * @param counted 1 for every slot that the answer shows
 */
export function distinctPersons(
  facts: FactTable,
  slots: readonly SizeSlot[],
  counted: Uint8Array,
  groupings: readonly GroupOf[],
): Map<number, number>[] {
  const shown = new Set<number>();
  const stepCell = new Map<number, number>();
  for (const [place, { recipient, cell }] of slots.entries()) {
    if (u8(counted, place) === 1) shown.add(recipient * CELL_LIMIT + cell);
    if (isCountedCell(cell)) stepCell.set(recipient, cell);
  }
  const tallies = groupings.map(() => ({ persons: new Map<number, number>(), last: new Map<number, number>() }));
  const add = (recipient: number, cell: number, person: number): void => {
    if (!shown.has(recipient * CELL_LIMIT + cell)) return;
    for (const [number, groupOf] of groupings.entries()) {
      const tally = tallies[number];
      const group = groupOf(recipient, cell, person);
      if (tally === undefined || tally.last.get(group) === person) continue;
      tally.last.set(group, person);
      tally.persons.set(group, (tally.persons.get(group) ?? 0) + 1);
    }
  };
  for (let person = 0; person < facts.personIds.length; person += 1) {
    const end = u32(facts.entryStart, person + 1);
    for (let entry = u32(facts.entryStart, person); entry < end; entry += 1) {
      addEntry(facts, entry, stepCell, (recipient, cell) => add(recipient, cell, person));
    }
  }
  return tallies.map(({ persons }) => persons);
}

function addEntry(
  facts: FactTable,
  entry: number,
  stepCell: ReadonlyMap<number, number>,
  add: (recipient: number, cell: number) => void,
): void {
  const cell = u16(facts.cell, entry);
  const start = u32(facts.shareStart, entry);
  const end = u32(facts.shareStart, entry + 1);
  if (isCountedCell(cell)) {
    const kommune = i32(facts.recipient, start);
    add(kommune, stepCell.get(kommune) ?? cell);
    return;
  }
  if (u8(facts.status, entry) === STATUS.unknownCountry) return;
  if (start === end) add(NO_RECIPIENT, cell);
  for (let share = start; share < end; share += 1) {
    add(u8(facts.stopped, share) === 1 ? NO_RECIPIENT : i32(facts.recipient, share), cell);
  }
}

/** What an answer can be divided by of persons, by their place in the fact table of the same register and D. */
export interface PersonTraits {
  /** SEX_NAMES */
  readonly sex: Uint8Array;
  /** AGE_NAMES, on the last day of the grant year. */
  readonly age: Uint8Array;
  /** RATE_CLASS of the country; none outside the table. */
  readonly countryClass: Uint8Array;
}

/** Traits of everybody who exists at D and is not withheld, in the order of ids. */
export function personTraits(
  register: RegisterSource,
  { regions }: Pick<RuleSet, 'regions'>,
  grantYear: number,
  asOf: Day,
): PersonTraits {
  const [sex, age, countryClass]: [number[], number[], number[]] = [[], [], []];
  eachPerson(register, asOf, ({ block: { persons }, personRow }) => {
    sex.push(u8(persons.sex, personRow));
    age.push(ageGroup(i32(persons.birthDate, personRow), grantYear));
    countryClass.push(u8(regions.rateClass, u16(persons.country, personRow)));
  });
  return { sex: Uint8Array.from(sex), age: Uint8Array.from(age), countryClass: Uint8Array.from(countryClass) };
}
