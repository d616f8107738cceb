import { COMPONENTS, type Component, f64, i32, SHARING, STATUS, traitsOf, u8, u16, u32 } from '../../domain';
import { ordinalOfCell, rateClassOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { dayOfDecision, SHARES_MAX } from '../forecast/fact-units';

/** Name of a way into the grants: what one entry of a person triggers at once. */
export type EntryGroup = Lowercase<string>;

/**
 * Ways into the grants: components of persons that one row triggers together (the asylum components), else each for
 * itself. Named by its component, or by the netting group where it has several.
 */
export const ENTRY_GROUPS: readonly {
  readonly name: EntryGroup;
  readonly components: readonly Component[];
  /** Name of the group that its decisions follow: entries of the same netting group. */
  readonly follows: EntryGroup | undefined;
}[] = groupsOfComponents().map(({ name, components }, _, all) => {
  const [first = ''] = components;
  const { nettingGroup, rows } = traitsOf(first);
  const isSource = (other: Component): boolean =>
    traitsOf(other).nettingGroup === nettingGroup && traitsOf(other).rows === 'target_group';
  const follows = rows === 'decisions' ? all.find((group) => group.components.some(isSource))?.name : undefined;
  return { name, components, follows };
});

function groupsOfComponents(): { readonly name: EntryGroup; readonly components: readonly Component[] }[] {
  const groups = new Map<string, Component[]>();
  for (const component of COMPONENTS) {
    const { unit, nettingGroup, rows } = traitsOf(component);
    if (unit !== 'person') continue;
    const key = `${nettingGroup}/${rows}`;
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].map((components) => {
    const [first = '', ...more] = components;
    const name: EntryGroup = more.length === 0 ? first : traitsOf(first).nettingGroup;
    return { name, components };
  });
}

const GROUP_OF_ORDINAL = COMPONENTS.map((component) =>
  ENTRY_GROUPS.findIndex(({ components }) => components.includes(component)),
);

/** Place in ENTRY_GROUPS of a cell's component; -1 for grunntilskudd and hours. */
function groupOfCell(cell: number): number {
  return GROUP_OF_ORDINAL[ordinalOfCell(cell)] ?? -1;
}

/** Year number of a group's entries in a cell: 1 where the component has none. */
function stepOfCell(cell: number): number {
  return Math.max(1, yearNumberOfCell(cell));
}

/** One way in of one person in a grant year: the entries of a fact table that belong together. */
export interface EntryUnit {
  /** The person; of decisions person and decision. */
  readonly id: number;
  readonly group: number;
  /** 1 for the year of entry. */
  readonly step: number;
  readonly rateClass: number;
  /** Day of entry; of a decision the middle of its quarter. */
  readonly day: number;
  /** Entries of the table; of a decision its share, too. */
  readonly entries: readonly number[];
  /** -1 for all shares. */
  readonly share: number;
}

/** The person of a unit, whatever its decision. */
export function personOf(id: number): number {
  return Math.floor(id / SHARES_MAX);
}

/** Ways in of everybody in a fact table, in the order of persons; countries outside the table are left out. */
export function entryUnits(facts: FactTable): EntryUnit[] {
  const units: EntryUnit[] = [];
  for (let person = 0; person < facts.personIds.length; person += 1) addPerson(facts, person, units);
  return units;
}

function addPerson(facts: FactTable, person: number, units: EntryUnit[]): void {
  const start = u32(facts.entryStart, person);
  const end = u32(facts.entryStart, person + 1);
  const id = f64(facts.personIds, person) * SHARES_MAX;
  for (let group = 0; group < ENTRY_GROUPS.length; group += 1) {
    const mine: number[] = [];
    for (let entry = start; entry < end; entry += 1) {
      const isOfGroup = groupOfCell(u16(facts.cell, entry)) === group;
      if (isOfGroup && u8(facts.status, entry) !== STATUS.unknownCountry) mine.push(entry);
    }
    const [first] = mine;
    if (first === undefined) continue;
    const cell = u16(facts.cell, first);
    const unit = { id, group, step: stepOfCell(cell), rateClass: rateClassOfCell(cell) };
    if (u8(facts.sharing, first) === SHARING.separate) addDecisions(facts, first, unit, units);
    else units.push({ ...unit, day: i32(facts.dueDay, first), entries: mine, share: -1 });
  }
}

function addDecisions(
  facts: FactTable,
  entry: number,
  unit: Pick<EntryUnit, 'id' | 'group' | 'step' | 'rateClass'>,
  units: EntryUnit[],
): void {
  const start = u32(facts.shareStart, entry);
  for (let share = start; share < u32(facts.shareStart, entry + 1); share += 1) {
    const id = unit.id + ((share - start) % SHARES_MAX);
    units.push({ ...unit, id, day: dayOfDecision(facts, share), entries: [entry], share });
  }
}
