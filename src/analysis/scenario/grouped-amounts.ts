import { f64, isPerKommune, u8 } from '../../domain';
import { PersonValuer } from '../compare/person-amounts';
import type { SizeView } from '../compare/size-side';
import { componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import type { SizeSlot } from '../facts/size-slots';

/** In which group every slot stands. */
export interface SlotGroups {
  /** Groups with a slot that counts, ascending. */
  readonly groups: Int32Array;
  /** Place of each slot's group among them; -1 for a slot that does not count. */
  readonly placeOf: Int32Array;
}

/** Puts slots that count into groups, once for all rates. */
export function groupedSlots(
  slots: readonly SizeSlot[],
  counted: Uint8Array,
  groupOf: (recipient: number, cell: number, person: number) => number,
): SlotGroups {
  const own = slots.map(({ recipient, cell }, slot) =>
    u8(counted, slot) === 1 ? groupOf(recipient, cell, 0) : undefined,
  );
  const groups = Int32Array.from(new Set(own.flatMap((group) => group ?? []))).sort();
  const places = new Map(Array.from(groups, (group, place) => [group, place]));
  return { groups, placeOf: Int32Array.from(own, (group) => (group === undefined ? -1 : (places.get(group) ?? -1))) };
}

/**
 * Kroner by a trait of persons. What has no person (grunntilskudd, hours) stands under `none`.
 *
 * @param groupOf by the person's place in the table
 */
export function amountsByPerson(
  facts: FactTable,
  view: SizeView,
  ofKommuner: { readonly slots: readonly SizeSlot[]; readonly amountNok: Float64Array; readonly counted: Uint8Array },
  groupOf: (person: number) => number,
  none: number,
): Map<number, number> {
  const sums = new Map<number, number>();
  const valuer = new PersonValuer(facts, view);
  for (let person = 0; person < facts.personIds.length; person += 1) {
    valuer.value(person, (_cell, _recipient, _days, amountNok) => {
      const group = groupOf(person);
      sums.set(group, (sums.get(group) ?? 0) + amountNok);
    });
  }
  const { slots, amountNok, counted } = ofKommuner;
  for (const [place, { cell }] of slots.entries()) {
    if (u8(counted, place) === 0 || !isPerKommune(componentOfCell(cell))) continue;
    sums.set(none, (sums.get(none) ?? 0) + f64(amountNok, place));
  }
  return sums;
}
