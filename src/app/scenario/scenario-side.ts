import {
  amountsByPerson,
  countedSlots,
  distinctPersons,
  type FactTable,
  type GroupOf,
  groupedSlots,
  ordinalOfCell,
  personTraits,
  type Repricer,
  type SlotGroups,
} from '../../analysis';
import { componentOrdinal, f64, i32, NO_RECIPIENT, u8 } from '../../domain';
import type { FactShelf } from '../facts/fact-shelf';
import { type LeftOut, leftOutOf } from '../facts/left-out';
import type { SizeCase } from '../facts/size-case';
import { fylkeOf } from './fylke-of';

/** Ways in which an answer can be divided beside recipient, component, year number and class. */
export const GROUPINGS = ['fylke', 'size', 'class', 'sex', 'age'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** First number of persons of each group of recipients by size but the first. */
const SIZE_STEPS = [10, 50, 150];
export const SIZE_NAMES = ['0-9', '10-49', '50-149', '150-'] as const;
/** Group of what has no person or no place. */
const NO_GROUP = -1;

/** A sizing that has been priced. */
export interface PricedCase {
  readonly size: SizeCase;
  readonly facts: FactTable;
  readonly repricer: Repricer;
  /** By slot of the repricer. */
  readonly amountNok: Float64Array;
}

/** Persons and kroner by group, in the order of the groups. */
export interface SideFigures {
  readonly groups: Int32Array;
  /** Distinct within each group. */
  readonly persons: Float64Array;
  readonly amountNok: Float64Array;
}

/** One side of an answer: by everything that it is divided by. */
export interface ScenarioSide {
  /** The only group is 0. */
  readonly total: SideFigures;
  /** By componentOrdinal(). */
  readonly components: SideFigures;
  /** By cellKey(). */
  readonly cells: SideFigures;
  /** By RecipientCode. */
  readonly recipients: SideFigures;
  /** By what was asked for: RecipientCode of a fylke, place in SIZE_NAMES, RATE_CLASS, place in SEX_NAMES or AGE_NAMES. */
  readonly grouped: SideFigures | undefined;
}

/** What no rate changes: which slots count, in which groups they stand, and how many persons those have. */
interface Counts {
  readonly counted: Uint8Array;
  readonly ways: readonly (SlotGroups & { readonly persons: Float64Array })[];
  /** Of a way that goes by persons. */
  readonly byPerson: { readonly groupOf: GroupOf; readonly persons: ReadonlyMap<number, number> } | undefined;
  readonly leftOut: LeftOut;
}

const total: GroupOf = () => 0;
const component: GroupOf = (_recipient, cell) => ordinalOfCell(cell);
const cellItself: GroupOf = (_recipient, cell) => cell;

/** Works sides out; what no rate changes is counted once for all cases with the same facts, exclusions and view. */
export class SideCounter {
  readonly #shelf: FactShelf;
  readonly #by: Grouping | undefined;
  /** RecipientCode to the one that the answer is shown in. */
  readonly #codes: Int32Array;
  readonly #counts = new Map<FactTable, Map<string, Counts>>();
  readonly #sides = new Map<PricedCase, ScenarioSide>();

  constructor(shelf: FactShelf, by: Grouping | undefined, codes: Int32Array) {
    this.#shelf = shelf;
    this.#by = by;
    this.#codes = codes;
  }

  /** @param base whose persons by recipient say how large one is; those of the side itself where left out */
  side(priced: PricedCase, base?: ScenarioSide): ScenarioSide {
    const known = this.#sides.get(priced);
    if (known !== undefined) return known;
    const { ways, byPerson } = this.#countsOf(priced, base);
    const [ofAll, components, cells, recipients, grouped] = ways.map((way) => figuresOf(way, priced.amountNok));
    const none = { groups: new Int32Array(0), persons: new Float64Array(0), amountNok: new Float64Array(0) };
    const side = {
      total: ofAll ?? none,
      components: components ?? none,
      cells: cells ?? none,
      recipients: recipients ?? none,
      grouped: byPerson === undefined ? grouped : this.#figuresByPerson(priced, byPerson),
    };
    this.#sides.set(priced, side);
    return side;
  }

  /** Whom the answer leaves out, and why. */
  leftOut(priced: PricedCase): LeftOut {
    return this.#countsOf(priced).leftOut;
  }

  #countsOf(priced: PricedCase, base?: ScenarioSide): Counts {
    const { facts, size } = priced;
    const known = this.#counts.get(facts) ?? new Map<string, Counts>();
    this.#counts.set(facts, known);
    const key = JSON.stringify([size.excluded, size.filter]);
    const counts = known.get(key) ?? this.#count(priced, base);
    known.set(key, counts);
    return counts;
  }

  #count({ size, facts, repricer: { slots } }: PricedCase, base: ScenarioSide | undefined): Counts {
    const counted = countedSlots(slots, new Set(size.excluded.map(componentOrdinal)), size.filter);
    const byRecipient: GroupOf = (recipient) => i32(this.#codes, recipient);
    const fixed = [total, component, cellItself, byRecipient];
    const persons = distinctPersons(facts, slots, counted, fixed);
    const ofPlaces = this.#byPlace(base === undefined ? (persons[3] ?? new Map()) : personsOf(base.recipients));
    const ofPersons = this.#byPerson(size);
    const more = [ofPlaces ?? ofPersons ?? []].flat();
    const [further] = distinctPersons(facts, slots, counted, more);
    const groupings = ofPlaces === undefined ? fixed : [...fixed, ofPlaces];
    const ways = groupings.map((groupOf, number) => {
      const groups = groupedSlots(slots, counted, groupOf);
      const here = persons[number] ?? further ?? new Map<number, number>();
      return { ...groups, persons: Float64Array.from(groups.groups, (group) => here.get(group) ?? 0) };
    });
    const leftOut = leftOutOf(this.#shelf.snapshot(size.place), size.asOf, facts, size.excluded);
    const byPerson = ofPersons && { groupOf: ofPersons, persons: further ?? new Map<number, number>() };
    return { counted, ways, byPerson, leftOut };
  }

  #byPlace(sizes: ReadonlyMap<number, number>): GroupOf | undefined {
    if (this.#by === 'fylke') return (recipient) => fylkeOf(i32(this.#codes, recipient));
    if (this.#by !== 'size') return undefined;
    return (recipient) => {
      const persons = sizes.get(i32(this.#codes, recipient)) ?? 0;
      return recipient === NO_RECIPIENT ? NO_GROUP : SIZE_STEPS.filter((step) => persons >= step).length;
    };
  }

  #byPerson({ place, rules, grantYear, asOf }: SizeCase): GroupOf | undefined {
    if (this.#by !== 'class' && this.#by !== 'sex' && this.#by !== 'age') return undefined;
    const traits = personTraits(this.#shelf.snapshot(place), rules, grantYear, asOf);
    const column = { class: traits.countryClass, sex: traits.sex, age: traits.age }[this.#by];
    return (_recipient, _cell, person) => u8(column, person);
  }

  #figuresByPerson(priced: PricedCase, { groupOf, persons }: NonNullable<Counts['byPerson']>): SideFigures {
    const { facts, size, amountNok, repricer } = priced;
    const { counted } = this.#countsOf(priced);
    const ofKommuner = { slots: repricer.slots, amountNok, counted };
    const byGroup = (person: number): number => groupOf(NO_RECIPIENT, 0, person);
    const sums = amountsByPerson(facts, size, ofKommuner, byGroup, NO_GROUP);
    const groups = Int32Array.from(new Set([...sums.keys(), ...persons.keys()])).sort();
    return {
      groups,
      persons: Float64Array.from(groups, (group) => persons.get(group) ?? 0),
      amountNok: Float64Array.from(groups, (group) => sums.get(group) ?? 0),
    };
  }
}

function figuresOf(
  { groups, placeOf, persons }: SlotGroups & { readonly persons: Float64Array },
  amountNok: Float64Array,
): SideFigures {
  const sums = new Float64Array(groups.length);
  for (let slot = 0; slot < placeOf.length; slot += 1) {
    const place = i32(placeOf, slot);
    if (place >= 0) sums[place] = f64(sums, place) + f64(amountNok, slot);
  }
  return { groups, persons, amountNok: sums };
}

function personsOf({ groups, persons }: SideFigures): Map<number, number> {
  return new Map(Array.from(groups, (group, index) => [group, f64(persons, index)]));
}
