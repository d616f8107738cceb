import {
  changedPersons,
  countedSlots,
  distinctPersons,
  type GroupOf,
  ordinalOfCell,
  Repricer,
  type Stage,
} from '../../../analysis';
import { assert, COMPONENTS, componentOrdinal, f64, i32, isPerKommune, u8 } from '../../../domain';
import type { Comparison } from '../../compare/execute-compare';
import { PERSONS_KEPT } from '../recipient-figures';

/** Persons by group, the first of each; what is of kommuner has these in their place. */
export type Crowds = ReadonlyMap<number, ReadonlySet<string>>;

/** Persons and kroner of one side. */
export interface SideCounts {
  /** By placeKey() and cellKey(). */
  readonly personsAt: ReadonlyMap<number, number>;
  readonly personsIn: ReadonlyMap<number, number>;
  readonly nokIn: ReadonlyMap<number, number>;
  /** By componentOrdinal(). */
  readonly personsOf: ReadonlyMap<number, number>;
}

/** Who stands behind the figures of a comparison. */
export interface CaseCounts {
  readonly a: SideCounts;
  readonly b: SideCounts;
  /** Of whom something changes from A to B, by placeKey(), cellKey() and componentOrdinal(). */
  readonly changedAt: Crowds;
  readonly changedIn: Crowds;
  readonly changedOf: Crowds;
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

/** Counts who stands behind the figures of a comparison. */
export function caseCounts(comparison: Comparison): CaseCounts {
  const { stages, provisions, codes } = comparison;
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
  return {
    a: sideCounts(first, codes),
    b: sideCounts(fifth, codes),
    changedAt: crowds(first, fifth, at),
    changedIn: crowds(first, fifth, (_, cell) => cell),
    changedOf: withKommuner(ofComponent(first, fifth), comparison, ({ aNok, bNok }) => aNok !== bNok),
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

function sideCounts({ facts, view }: Stage, codes: Int32Array): SideCounts {
  const repricer = new Repricer(facts);
  const { slots } = repricer;
  const amounts = repricer.amounts(view.prices, view.basis, new Float64Array(slots.length));
  const counted = countedSlots(slots, new Set(view.excluded.map(componentOrdinal)), view.filter);
  const at: GroupOf = (recipient, cell) => placeKey(i32(codes, recipient), ordinalOfCell(cell));
  const groupings: GroupOf[] = [at, (_, cell) => cell, (_, cell) => ordinalOfCell(cell)];
  const [personsAt, personsIn, personsOf] = distinctPersons(facts, slots, counted, groupings);
  const nokIn = new Map<number, number>();
  for (const [place, { cell }] of slots.entries()) {
    if (u8(counted, place) === 1) nokIn.set(cell, (nokIn.get(cell) ?? 0) + f64(amounts, place));
  }
  return {
    personsAt: personsAt ?? new Map(),
    personsIn: personsIn ?? new Map(),
    personsOf: personsOf ?? new Map(),
    nokIn,
  };
}

assert(COMPONENTS.length <= COMPONENTS_MOST, 'a place has room for every component');
