import { componentOrdinal, f64, i32, u8 } from '../../domain';
import { ordinalOfCell } from '../facts/cell-key';
import { Repricer } from '../facts/reprice';
import { countedSlots } from '../scenario/scenario';
import type { Stage } from './size-side';

/** Kroner by which one recipient and cell change from one stage to the next. */
export interface SlotChange {
  /** RecipientCode in the codes of the later year. */
  readonly recipient: number;
  readonly ordinal: number;
  /** cellKey() */
  readonly cell: number;
  readonly amountNok: number;
}

/** What changes between two stages, recipient by recipient and cell by cell; nothing that stays. */
export function slotChanges(before: Stage, after: Stage, codes: Int32Array): SlotChange[] {
  const changes = new Map<string, { recipient: number; ordinal: number; cell: number; amountNok: number }>();
  for (const [stage, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const { facts, view } = stage;
    const repricer = new Repricer(facts);
    const { slots } = repricer;
    const amountNok = repricer.amounts(view.prices, view.basis, new Float64Array(slots.length));
    const counted = countedSlots(slots, new Set(view.excluded.map(componentOrdinal)), view.filter);
    for (const [place, { recipient: code, cell }] of slots.entries()) {
      if (u8(counted, place) === 0) continue;
      const recipient = i32(codes, code);
      const key = `${recipient} ${cell}`;
      const change = changes.get(key) ?? { recipient, ordinal: ordinalOfCell(cell), cell, amountNok: 0 };
      change.amountNok += sign * f64(amountNok, place);
      changes.set(key, change);
    }
  }
  return [...changes.values()].filter(({ amountNok }) => amountNok !== 0);
}
