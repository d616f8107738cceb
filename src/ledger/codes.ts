import {
  COMPONENTS,
  type Component,
  componentOrdinal,
  groupCode,
  InvariantError,
  NETTING_GROUPS,
  type NettingGroup,
  traitsOf,
} from '../domain';

/*
 * Numbers and names that stand in the ledger file. A number, once given, is never given to anything else: new ones are
 * added with the next higher number: kinds by an act of the journal (schema/kinds.ts), components and netting groups by
 * the first draft of a program that knows them (schema/schema.ts).
 */

/** Number of a component in the ledger, from 1. Unlike the ordinals of columns, these never move. */
export function componentNumber(component: Component): number {
  return traitsOf(component).code + 1;
}

/** Number of a netting group in the ledger, from 1. */
export function groupNumber(group: NettingGroup): number {
  return groupCode(group) + 1;
}

/** Why a posting exists. The true-up counts every kind but adjustment. */
export const POSTING_KINDS = ['regular', 'arrears', 'correction', 'opening', 'adjustment', 'annulment'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/**
 * Places that money can be in, per recipient and netting group. A movement takes an amount from one to another, so all
 * places together always hold nothing. `granted` is the source (the lines), `carried` what waits for a later batch,
 * `ordered` what payments have been ordered for, `moved` passes a balance on to the recipient's new number and
 * `taken_over` is what an earlier system paid. The rest is for what happens to a payment after it has been ordered.
 */
export const FIRST_PLACES = [
  'granted',
  'carried',
  'ordered',
  'moved',
  'taken_over',
  'settled',
  'refused',
  'blocked',
  'claimed',
  'written_off',
] as const;
/** Places that every ledger has, and `repaid`, which came with claims: what recipients have paid back. */
export const PLACES = [...FIRST_PLACES, 'repaid'] as const;
export type LedgerPlace = (typeof PLACES)[number];

/** Kinds of batches. */
export const BATCH_KINDS = ['run', 'opening', 'annulment'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** How a draft can end. */
export const BATCH_END_KINDS = ['posted', 'superseded', 'withdrawn'] as const;
export type BatchEndKind = (typeof BATCH_END_KINDS)[number];

/** What becomes of a payment, in the order in which it was reported. */
export const OUTCOME_KINDS = ['paid', 'refused', 'undone'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Acts that every ledger can hold. Never changed: those that come later stand in LATER_ACTS. */
export const FIRST_ACTS = [
  'create',
  'draft',
  'supersede',
  'withdraw',
  'approve',
  'post',
  'outcome',
  'attest',
  'sign',
  'adopt',
  'forget',
  'prune',
  'migrate',
  'extend',
  'continue',
] as const;

/** Acts that came with sets of later tables (`later/`). All of them are signed where the ledger requires signatures. */
export const LATER_ACTS = [
  'write-file',
  'file-made',
  'hand-over',
  'discard-file',
  'propose-recipients',
  'confirm-recipients',
  'reject-recipients',
  'block-recipients',
  'take-over-payments',
  'receive-receipt',
  'receipt',
  'propose-receipt-withdrawal',
  'withdraw-receipt',
  'open-case',
  'decide-case',
  'close-case',
  'propose-act',
  'confirm-act',
  'drop-act',
  'confirm-claim',
  'note-access',
  'propose-receipt-deletion',
  'delete-receipts',
  'propose-case-deletion',
  'delete-cases',
] as const;
export type LaterAct = (typeof LATER_ACTS)[number];

/** Acts that the journal holds. */
export const JOURNAL_ACTS = [...FIRST_ACTS, ...LATER_ACTS] as const;
export type JournalAct = (typeof JOURNAL_ACTS)[number];

/** Multiplier of a posting number in the address of a line. */
export const ADDRESS_BASE = 4_294_967_296;

/** Number of a posting kind in the ledger: its place in the list, from 1. */
export function kindNumber(kind: PostingKind): number {
  return POSTING_KINDS.indexOf(kind) + 1;
}

/** A value that no list of the ledger's names and numbers has: damage, where it was read from a ledger. */
export class UnknownValue extends InvariantError {
  constructor(readonly value: string) {
    super(`the ledger holds the unknown value ${value}`);
    this.name = 'UnknownValue';
  }
}

/** The one of a closed list of names that a text is; a name outside the list is a broken ledger. */
export function nameIn<T extends string>(names: readonly T[], text: unknown): T {
  const name = names.find((candidate) => candidate === text);
  if (name === undefined) throw new UnknownValue(String(text));
  return name;
}

/** Posting kind of a number in the ledger. */
export function kindOfNumber(number: unknown): PostingKind {
  return nameIn(POSTING_KINDS, POSTING_KINDS[Number(number) - 1]);
}

/** Component of a number in the ledger. */
export function componentOfNumber(number: unknown): Component {
  const component = COMPONENTS.find((candidate) => componentNumber(candidate) === number);
  if (component === undefined) throw new UnknownValue(String(number));
  return component;
}

/** Netting group of a number in the ledger. */
export function groupOfNumber(number: unknown): NettingGroup {
  const group = NETTING_GROUPS.find((candidate) => groupNumber(candidate) === number);
  if (group === undefined) throw new UnknownValue(String(number));
  return group;
}

/** componentOrdinal() of every component number, for reading many rows. */
export function componentOrdinals(): number[] {
  const ordinals: number[] = [];
  for (const component of COMPONENTS) ordinals[componentNumber(component)] = componentOrdinal(component);
  return ordinals;
}
