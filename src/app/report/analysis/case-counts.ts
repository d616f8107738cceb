import {
  changedPersons,
  countedSlots,
  distinctPersons,
  type GroupOf,
  ordinalOfCell,
  type PriceList,
  Repricer,
  type Stage,
} from '../../../analysis';
import { assert, COMPONENTS, componentOrdinal, f64, i32, isPerKommune, NO_RECIPIENT, u8 } from '../../../domain';
import type { Comparison } from '../../compare/execute-compare';
import { PERSONS_KEPT } from '../recipient-figures';

/** Persons by group, the first of each; what is of kommuner has these in their place. */
export type Crowds = ReadonlyMap<number, ReadonlySet<string>>;

/** Persons and kroner of one side. */
export interface SideCounts {
  readonly prices: PriceList;
  /** Distinct persons. */
  readonly persons: number;
  /** By recipient, what it has of each cell. */
  readonly own: ReadonlyMap<number, ReadonlyMap<number, CellCount>>;
  /** By placeKey() and cellKey(). */
  readonly personsAt: ReadonlyMap<number, number>;
  readonly personsIn: ReadonlyMap<number, number>;
  readonly nokIn: ReadonlyMap<number, number>;
  /** By componentOrdinal(). */
  readonly personsOf: ReadonlyMap<number, number>;
}

/** Persons and kroner of a cell. */
export interface CellCount {
  readonly persons: number;
  readonly nok: number;
}

/** A side beside B, and of whom something changes from it to B, by placeKey(), cellKey() and componentOrdinal(). */
export interface Beside {
  readonly side: SideCounts;
  readonly changedAt: Crowds;
  readonly changedIn: Crowds;
  readonly changedOf: Crowds;
}

/** Who stands behind the figures of a comparison. */
export interface CaseCounts {
  readonly a: SideCounts;
  readonly b: SideCounts;
  /** What B stands beside in the same report: A, and B of each case before. */
  readonly besides: readonly Beside[];
  readonly lastStage: Stage;
  /** By effect, by componentOrdinal(). */
  readonly byEffect: Readonly<Record<EffectName, Crowds>>;
  /** By provision and componentOrdinal(). */
  readonly byProvision: ReadonlyMap<string, Crowds>;
  /** By cellKey(): of whom the rate changes. */
  readonly byRate: Crowds;
}

export const EFFECT_NAMES = ['population', 'data', 'rule', 'rate'] as const;
export type EffectName = (typeof EFFECT_NAMES)[number];

const COMPONENTS_MOST = 16;

/** A recipient and component. */
export function placeKey(recipient: number, ordinal: number): number {
  return recipient * COMPONENTS_MOST + ordinal;
}

/** Counts who stands behind the figures of a comparison. @param earlier cases that the same report shows before it */
export function caseCounts(comparison: Comparison, earlier: readonly CaseCounts[] = []): CaseCounts {
  const { stages, provisions, codes, persons } = comparison;
  const [first, second, third, fourth, fifth] = stages;
  assert(first !== undefined && second !== undefined && third !== undefined, 'a comparison has five stages');
  assert(fourth !== undefined && fifth !== undefined, 'a comparison has five stages');
  const ofComponent = (from: Stage, to: Stage): Crowds => crowds(from, to, (_, cell) => ordinalOfCell(cell));
  const at = (recipient: number, cell: number): number => placeKey(i32(codes, recipient), ordinalOfCell(cell));
  let before: Stage = third;
  const byProvision = new Map<string, Crowds>();
  for (const stage of provisions) {
    byProvision.set(stage.provision, ofComponent(before, stage));
    before = stage;
  }
  const beside = (side: SideCounts, stage: Stage): Beside => ({
    side,
    changedAt: crowds(stage, fifth, at),
    changedIn: crowds(stage, fifth, (_, cell) => cell),
    changedOf: ofComponent(stage, fifth),
  });
  const a = sideCounts(first, codes, persons.a);
  const ofA = beside(a, first);
  const changedOf = withKommuner(ofA.changedOf, comparison, ({ aNok, bNok }) => aNok !== bNok);
  return {
    a,
    b: sideCounts(fifth, codes, persons.b),
    besides: [{ ...ofA, changedOf }, ...earlier.map(({ b, lastStage }) => beside(b, lastStage))],
    lastStage: fifth,
    byEffect: {
      population: withKommuner(ofComponent(first, second), comparison, ({ populationNok }) => populationNok !== 0),
      data: withKommuner(ofComponent(second, third), comparison, ({ dataNok }) => dataNok !== 0),
      rule: withKommuner(ofComponent(third, fourth), comparison, ({ ruleNok }) => ruleNok !== 0),
      rate: withKommuner(ofComponent(fourth, fifth), comparison, ({ rateNok }) => rateNok !== 0),
    },
    byProvision,
    byRate: crowds(fourth, fifth, (_, cell) => cell),
  };
}

function crowds(from: Stage, to: Stage, groupOf: (recipient: number, cell: number) => number): Crowds {
  const changed = changedPersons(from, to, groupOf, PERSONS_KEPT);
  return new Map([...changed].map(([group, persons]) => [group, new Set([...persons].map((id) => `person ${id}`))]));
}

/** Of components that are granted to kommuner, each kommune of which something changes stands for itself. */
function withKommuner(
  ofPersons: Crowds,
  { rows }: Comparison,
  changes: (row: Comparison['rows'][number]) => boolean,
): Crowds {
  const all = new Map([...ofPersons].map(([ordinal, persons]) => [ordinal, new Set(persons)]));
  for (const row of rows) {
    if (!isPerKommune(row.component) || !changes(row)) continue;
    const ordinal = componentOrdinal(row.component);
    const own = all.get(ordinal) ?? new Set<string>();
    all.set(ordinal, own);
    if (own.size < PERSONS_KEPT) own.add(`recipient ${row.recipient}`);
  }
  return all;
}

function sideCounts({ facts, view }: Stage, codes: Int32Array, persons: number): SideCounts {
  const repricer = new Repricer(facts);
  const { slots } = repricer;
  const amounts = repricer.amounts(view.prices, view.basis, new Float64Array(slots.length));
  const counted = countedSlots(slots, new Set(view.excluded.map(componentOrdinal)), view.filter);
  const at: GroupOf = (recipient, cell) => placeKey(i32(codes, recipient), ordinalOfCell(cell));
  const groupings: GroupOf[] = [at, (_, cell) => cell, (_, cell) => ordinalOfCell(cell)];
  const [personsAt, personsIn, personsOf] = distinctPersons(facts, slots, counted, groupings);
  const nokIn = new Map<number, number>();
  const own = new Map<number, Map<number, CellCount>>();
  for (const [place, { cell, recipient, persons: count }] of slots.entries()) {
    if (u8(counted, place) !== 1) continue;
    const nok = f64(amounts, place);
    nokIn.set(cell, (nokIn.get(cell) ?? 0) + nok);
    const code = recipient === NO_RECIPIENT ? recipient : i32(codes, recipient);
    const cells = own.get(code) ?? new Map<number, CellCount>();
    const known = cells.get(cell) ?? { persons: 0, nok: 0 };
    own.set(code, cells.set(cell, { persons: known.persons + count, nok: known.nok + nok }));
  }
  return {
    prices: view.prices,
    persons,
    own,
    personsAt: personsAt ?? new Map(),
    personsIn: personsIn ?? new Map(),
    personsOf: personsOf ?? new Map(),
    nokIn,
  };
}

assert(COMPONENTS.length <= COMPONENTS_MOST, 'a place has room for every component');
