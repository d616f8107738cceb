import { type Component, hasParticipants } from '../../domain';
import { componentOfCell, ordinalOfCell, rateClassOfCell } from '../facts/cell-key';
import type { SplitBasis } from '../facts/fact-table';
import type { PriceList } from '../facts/price-list';
import type { SizeSlot } from '../facts/size-slots';

/** What a sizing is looked at for; counts and splits stay as they are, only the rows outside are left out. */
export interface SizeFilter {
  /** RecipientCodes; empty for all and for what is held. */
  readonly recipients: readonly number[];
  /** RATE_CLASS values; empty for all. */
  readonly rateClasses: readonly number[];
}

export const NO_FILTER: SizeFilter = { recipients: [], rateClasses: [] };

/** What a scenario changes of a sizing. Plain data: it goes to a thread as it stands. */
export interface Scenario {
  readonly name: string;
  readonly prices: PriceList;
  readonly basis: SplitBasis;
  readonly excluded: readonly Component[];
  readonly filter: SizeFilter;
}

/** 1 for every slot that a scenario counts. */
export function countedSlots(
  slots: readonly SizeSlot[],
  excluded: ReadonlySet<number>,
  filter: SizeFilter,
): Uint8Array {
  const recipients = new Set(filter.recipients);
  const classes = new Set(filter.rateClasses);
  return Uint8Array.from(slots, ({ recipient, cell }) => {
    const wanted = recipients.size === 0 || recipients.has(recipient);
    return wanted && isOfClass(cell, classes) && !excluded.has(ordinalOfCell(cell)) ? 1 : 0;
  });
}

/** Whether a view by rate class shows a cell: it keeps persontilskudd of the class and drops everything else (rulebook 8.4). */
export function isOfClass(cell: number, classes: ReadonlySet<number>): boolean {
  if (classes.size === 0) return true;
  return hasParticipants(componentOfCell(cell)) && classes.has(rateClassOfCell(cell));
}

/** Kroner of one recipient. */
export interface RecipientTotal {
  /** RecipientCode; NO_RECIPIENT for what is held. */
  readonly recipient: number;
  readonly amountNok: number;
}

/** Kroner per recipient of the slots that count, in the order of the codes (which is that of the slots). */
export function recipientTotals(
  slots: readonly SizeSlot[],
  amountNok: Float64Array,
  counted: Uint8Array,
): RecipientTotal[] {
  const totals: { recipient: number; amountNok: number }[] = [];
  for (const [place, { recipient }] of slots.entries()) {
    if (counted[place] !== 1) continue;
    const last = totals.at(-1);
    if (last?.recipient === recipient) last.amountNok += amountNok[place] ?? 0;
    else totals.push({ recipient, amountNok: amountNok[place] ?? 0 });
  }
  return totals;
}
