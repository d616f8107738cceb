import type { Component } from './component';
import { NO_PERSON } from './person-id';

/** Why there is a case (rulebook 9a). */
export const CASE_KINDS = ['support', 'complaint', 'error', 'block', 'recovery'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** How a case is decided. */
export const CASE_DECISIONS = ['upheld', 'partly_upheld', 'dismissed', 'settled'] as const;
export type CaseDecision = (typeof CASE_DECISIONS)[number];

/** Acts of a case that a run reads, and those that it does not: of payments, and the withdrawal of an earlier act. */
export const CASE_ACT_KINDS = [
  'pin_kommune',
  'pin_count',
  'pin_successor',
  'row_void',
  'row_standing',
  'adjustment',
  'block',
  'keep',
  'correct',
  'block_payments',
  'claim',
  'claim_payment',
  'write_off',
  'withdrawal',
] as const;
export type CaseActKind = (typeof CASE_ACT_KINDS)[number];

/** Kinds that move money of a claim. */
export const CLAIM_ACT_KINDS = ['claim', 'claim_payment', 'write_off'] as const satisfies readonly CaseActKind[];
export type ClaimActKind = (typeof CLAIM_ACT_KINDS)[number];

/** Whether an act of the kind moves money of a claim. */
export function isClaimAct(kind: CaseActKind): kind is ClaimActKind {
  return CLAIM_ACT_KINDS.some((name) => name === kind);
}

/** Kinds that no calculation reads. */
const OUTSIDE_RUNS: readonly CaseActKind[] = ['block_payments', 'withdrawal'];

/** Tables of the register of which a row can be void or stand. */
export const CASE_TABLES = ['target_group', 'decisions', 'residence', 'training_kommune', 'upper_secondary'] as const;
export type CaseTable = (typeof CASE_TABLES)[number];

/** What an act of a case says; what it says nothing of is 0 or empty. Days as `YYYY-MM-DD`. */
export interface CaseActDetails {
  readonly kind: CaseActKind;
  readonly grantYear: number;
  readonly component: Component | '';
  /** NO_PERSON for none. */
  readonly personId: number;
  /** RecipientCode: the kommune pinned, counted, blocked or paid. */
  readonly recipient: number;
  /** RecipientCode of the line that is blocked, or at which translation stopped. */
  readonly basisRecipient: number;
  readonly fromDay: string;
  readonly toDay: string;
  /** Kroner of an adjustment or of a claim, persons of a count. */
  readonly amount: number;
  /** Payout code of an adjustment, netting group of a claim. */
  readonly code: string;
  readonly table: CaseTable | '';
  /**
   * Key of the row: target_group_id, decision_id; of the other tables code and from_date with a slash. Of what is paid or
   * written off the number of the claim's act.
   */
  readonly key: string;
  /** The standing row as JSON, by the names of its columns. */
  readonly row: string;
  /** Number of the act that a withdrawal ends. */
  readonly withdraws: number;
}

/** An act of a case in force: confirmed and not withdrawn. */
export interface CaseAct extends CaseActDetails {
  /** Number of the act in its ledger. */
  readonly act: number;
  readonly caseNumber: number;
  /** Confirmations counted from 1: of two acts on one thing the one confirmed later holds. */
  readonly order: number;
}

/** An act that says nothing yet, to be filled in. */
export const EMPTY_CASE_ACT: Omit<CaseActDetails, 'kind'> = {
  grantYear: 0,
  component: '',
  personId: 0,
  recipient: 0,
  basisRecipient: 0,
  fromDay: '',
  toDay: '',
  amount: 0,
  code: '',
  table: '',
  key: '',
  row: '',
  withdraws: 0,
};

type Field = keyof Omit<CaseActDetails, 'kind'>;

/** What an act of a kind must say, and what else it may. */
const FIELDS: Readonly<Record<CaseActKind, { readonly needs: readonly Field[]; readonly may?: readonly Field[] }>> = {
  pin_kommune: { needs: ['grantYear', 'personId', 'recipient', 'fromDay'] },
  pin_count: { needs: ['grantYear', 'recipient'], may: ['amount'] },
  pin_successor: { needs: ['grantYear', 'component', 'basisRecipient', 'recipient'], may: ['personId'] },
  row_void: { needs: ['grantYear', 'personId', 'table', 'key'] },
  row_standing: { needs: ['grantYear', 'personId', 'table', 'key', 'row'] },
  adjustment: { needs: ['grantYear', 'component', 'recipient', 'amount', 'code'], may: ['personId'] },
  block: { needs: ['fromDay', 'toDay'], may: ['recipient', 'personId', 'component', 'grantYear', 'basisRecipient'] },
  keep: { needs: ['personId'] },
  correct: { needs: ['personId'] },
  block_payments: { needs: ['recipient', 'fromDay', 'toDay'] },
  claim: { needs: ['recipient', 'code', 'amount'], may: ['toDay'] },
  claim_payment: { needs: ['recipient', 'code', 'amount', 'key', 'fromDay'] },
  write_off: { needs: ['recipient', 'code', 'amount', 'key'] },
  withdrawal: { needs: ['withdraws'] },
};

/** Fields that an act lacks, and those that it has and its kind knows nothing of. */
export function caseActFields(details: CaseActDetails): {
  readonly missing: readonly Field[];
  readonly extra: readonly Field[];
} {
  const { needs, may = [] } = FIELDS[details.kind];
  const isGiven = (field: Field): boolean => details[field] !== 0 && details[field] !== '';
  const given = Object.keys(EMPTY_CASE_ACT).filter((name): name is Field => name in EMPTY_CASE_ACT);
  return {
    missing: needs.filter((field) => !isGiven(field)),
    extra: given.filter((field) => isGiven(field) && !needs.includes(field) && !may.includes(field)),
  };
}

/** An act without what says who somebody is, or what a register says of them: what is left of it when its time is over. */
export function withoutPersons<T extends CaseActDetails>(act: T): T {
  // What is paid on a claim and written off names the claim by its number.
  return { ...act, personId: NO_PERSON, row: '', key: isClaimAct(act.kind) ? act.key : '' };
}

/** Acts under the ids that their persons have in an extract (rulebook 9a): one on a former id is the new id's. */
export function actsUnderIds(acts: readonly CaseAct[], identities: ReadonlyMap<number, number>): CaseAct[] {
  return acts.map((act) => ({ ...act, personId: identities.get(act.personId) ?? act.personId }));
}

/** Kinds that say something of facts: sizing and hours basis read these alone (rulebook 9a). */
const PINS: readonly CaseActKind[] = ['pin_kommune', 'pin_count', 'pin_successor', 'row_void', 'row_standing'];

export function isPin(kind: CaseActKind): boolean {
  return PINS.includes(kind);
}

/** Whether a calculation reads acts of the kind. */
export function isReadByRuns(kind: CaseActKind): boolean {
  return !OUTSIDE_RUNS.includes(kind);
}

/*
 * A row that a case gives stands in no file. In the place of its line it has the number of the act that gives it, above every
 * line of a file, so that what a trace or an explanation says of rows leads to the case.
 */
const ACTS_FROM = 2 ** 31;

/** What stands for the line of a row that an act of a case gives. */
export function lineOfAct(act: number): number {
  return ACTS_FROM + act;
}

/** The act that gives a row, by its line as it is stored (signed or not); 0 for a row of a file. */
export function actOfLine(line: number): number {
  const unsigned = line >>> 0;
  return unsigned < ACTS_FROM ? 0 : unsigned - ACTS_FROM;
}

/** The line in its file; 0 for a row that a case gives. */
export function lineInFile(line: number): number {
  return actOfLine(line) === 0 ? line : 0;
}
