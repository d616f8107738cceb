import table from '../../../rules/data/components.json';

/** What the checks know of a component: its number in traces, netting group (rulebook 7) and payout code (rulebook 6). */
export interface ComponentFacts {
  readonly name: string;
  readonly code: number;
  readonly group: string;
  readonly isPerKommune: boolean;
  /** Its amount follows from a count of persons, by steps. */
  readonly isByCount: boolean;
  /** Its years say who takes part in training: the hours basis follows it. */
  readonly hasParticipants: boolean;
  /** `{year}` stands for the year number, `{class}` for L or H. */
  readonly payoutCode: string;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

/** Components in the order of their names. */
export const COMPONENTS: readonly ComponentFacts[] = table.components
  .map((row) => ({
    ...{ name: row.name, code: row.code, group: row.netting_group, payoutCode: row.payout_code },
    ...{ isPerKommune: row.unit !== 'person', isByCount: row.unit === 'count', hasParticipants: row.participants },
  }))
  .sort(byName);
export const COMPONENT_NAMES: readonly string[] = COMPONENTS.map(({ name }) => name);

/** Netting groups in the order of their names: their numbers, and how payment keys name them (data contract 4). */
export const GROUPS: readonly { readonly name: string; readonly code: number; readonly mark: string }[] = table.groups
  .map(({ name, code, mark }) => ({ name, code, mark }))
  .sort(byName);
export const GROUP_NAMES: readonly string[] = GROUPS.map(({ name }) => name);

/** The component of a number in a trace; undefined where none has it. */
export function componentOfCode(code: number): ComponentFacts | undefined {
  return COMPONENTS.find((component) => component.code === code);
}

/** Number of a netting group in the tree of recipients. */
export function groupCode(name: string): number {
  return GROUPS.find((group) => group.name === name)?.code ?? 0;
}

/** Name of a netting group by its number; empty where none has it. */
export function groupOfCode(code: number): string {
  return GROUPS.find((group) => group.code === code)?.name ?? '';
}

/** Why something is held, in the order of the numbers in the trace; the first stands for not held. */
export const HELD_REASONS = [
  '',
  'difference_no_unique_successor',
  'missing_from_extract',
  'no_recipient',
  'no_unique_successor',
  'rejected_row',
  'unknown_country',
  'waits_for_held_correction',
  'blocked',
  'adjustment_waits',
];
/** Persons of whom the extract says nothing that can be used: what stands posted for them is held back. */
export const WITHHELD = ['missing_from_extract', 'rejected_row'];
export const RATE_CLASSES = ['', 'low', 'high', 'single'];
/** States of a record of the trace. */
export const STATUS = { triggered: 1, unknownCountry: 2, noRecipient: 3 };
/** Whoever approves a batch: each signs, in this order. */
export const ROLES = ['runner', 'attestant', 'approver'];

/** Payout code of a component for a year number and class. */
export function payoutCodeOf({ payoutCode }: ComponentFacts, yearNumber: number, rateClass: number): string {
  const letter = rateClass === 1 ? 'L' : rateClass === 2 ? 'H' : '';
  return payoutCode.replace('{year}', String(yearNumber)).replace('{class}', letter);
}

/** Kommune 0301 is 3011, fylke 15 is 15000 (FORMAT.md); 0 where a text is neither. */
export function codeOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text) * 10 + 1;
  return /^\d{2}$/.test(text) ? Number(text) * 1000 : 0;
}

export function isCode(code: number): boolean {
  return code > 0 && code < 100_000;
}

/** `0301` or `15`. */
export function codeText(code: number): string {
  return code % 10 === 1 ? String((code - 1) / 10).padStart(4, '0') : String(code / 1000).padStart(2, '0');
}

/** Adds to the sum that stands under a key. */
export function addTo<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
