import { COMPONENTS, type Component, componentOrdinal, f64, i32, u8 } from '../../domain';
import { ordinalOfCell } from '../facts/cell-key';
import { Repricer } from '../facts/reprice';
import { countedSlots } from '../scenario/scenario';
import { type Effects, effectsOf, type Stage } from './size-side';

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
