import { COMPONENTS, type Component, componentOrdinal, f64, i32, u8 } from '../../domain';
import { ordinalOfCell } from '../facts/cell-key';
import type { FactTable, SplitBasis } from '../facts/fact-table';
import type { PriceList } from '../facts/price-list';
import { Repricer } from '../facts/reprice';
import { countedSlots, type SizeFilter } from '../scenario/scenario';

/** How facts become kroner on one side of a comparison. */
export interface SizeView {
  readonly prices: PriceList;
  readonly basis: SplitBasis;
  readonly excluded: readonly Component[];
  readonly filter: SizeFilter;
}

/** One side: its facts and how they are valued. */
export interface SizeSide extends SizeView {
  readonly facts: FactTable;
}

/** One of the five stages between two sides; EFFECTS.md tells what each holds. */
export interface Stage {
  readonly facts: FactTable;
  readonly view: SizeView;
}

/** Kroner of one difference, in the order in which the effects are taken. They add up: a + the four = b. */
export interface Effects {
  readonly aNok: number;
  readonly populationNok: number;
  readonly dataNok: number;
  readonly ruleNok: number;
  readonly rateNok: number;
  readonly bNok: number;
}

export const NO_EFFECTS: Effects = { aNok: 0, populationNok: 0, dataNok: 0, ruleNok: 0, rateNok: 0, bNok: 0 };

/** Effects of five amounts, one a stage. */
export function effectsOf(stages: readonly number[]): Effects {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = stages;
  return { aNok: s0, populationNok: s1 - s0, dataNok: s2 - s1, ruleNok: s3 - s2, rateNok: s4 - s3, bNok: s4 };
}

/** Sum of effects, part by part. */
export function addEffects(one: Effects, other: Effects): Effects {
  return {
    aNok: one.aNok + other.aNok,
    populationNok: one.populationNok + other.populationNok,
    dataNok: one.dataNok + other.dataNok,
    ruleNok: one.ruleNok + other.ruleNok,
    rateNok: one.rateNok + other.rateNok,
    bNok: one.bNok + other.bNok,
  };
}

/** Effects on one recipient and component. */
export interface RecipientEffects extends Effects {
  /** RecipientCode in the codes of the later year; NO_RECIPIENT for what is held. */
  readonly recipient: number;
  readonly component: Component;
}

/**
 * Annual size per recipient and component at every stage, as effects, in the order of recipient and component.
 *
 * @param codes RecipientCode to the one that the comparison is shown in
 */
export function recipientEffects(stages: readonly Stage[], codes: Int32Array): RecipientEffects[] {
  const amounts = new Map<number, number[]>();
  for (const [stage, { facts, view }] of stages.entries()) {
    const repricer = new Repricer(facts);
    const { slots } = repricer;
    const amountNok = repricer.amounts(view.prices, view.basis, new Float64Array(slots.length));
    const counted = countedSlots(slots, new Set(view.excluded.map(componentOrdinal)), view.filter);
    for (const [place, { recipient, cell }] of slots.entries()) {
      if (u8(counted, place) === 0) continue;
      const key = i32(codes, recipient) * COMPONENTS.length + ordinalOfCell(cell);
      const row = amounts.get(key) ?? stages.map(() => 0);
      row[stage] = (row[stage] ?? 0) + f64(amountNok, place);
      amounts.set(key, row);
    }
  }
  return [...amounts]
    .sort(([one], [other]) => one - other)
    .flatMap(([key, row]) => {
      const component = COMPONENTS[key % COMPONENTS.length];
      const recipient = Math.floor(key / COMPONENTS.length);
      return component === undefined ? [] : [{ recipient, component, ...effectsOf(row) }];
    });
}
