import { CASE_ACT_KINDS, type ErrorDetail, errorDetail } from '../../domain';
import { type ListedPerson, type ListedRight, SIGNING_ROLES, type SignedList } from './signed-list';

/** What rights can be of: a run, an annulment, a case itself, and each kind of act in a case. */
export const RIGHT_ACTS: readonly string[] = [
  'run',
  'annulment',
  'case',
  ...CASE_ACT_KINDS.filter((kind) => kind !== 'withdrawal'),
];
/** Steps of an act: one proposes, one confirms; a batch is attested in between. */
const RIGHT_STEPS = ['propose', 'attest', 'confirm'] as const;
export type RightStep = (typeof RIGHT_STEPS)[number];

/** What somebody is about to do. */
export interface RightAsked {
  readonly act: string;
  readonly step: RightStep;
  /** Kroner that it moves, whatever their sign; 0 for none. */
  readonly amountNok: number;
}

/** Why somebody may not do it. */
export type RightFault =
  | { readonly code: 'LEDGER_SIGNER_LACKS_RIGHT' }
  | { readonly code: 'LEDGER_ABOVE_LIMIT'; readonly limitNok: number };

/**
 * Whether a list of approvers lets somebody do something. Where it says nothing of an act and step, the roles say it alone;
 * once it does, only those whom it names, up to the highest limit of any of their roles.
 */
export function rightFault(
  { rights = [] }: Pick<SignedList, 'rights'>,
  { roles }: Pick<ListedPerson, 'roles'>,
  { act, step, amountNok }: RightAsked,
): RightFault | undefined {
  const rules = rights.filter((right) => right.act === act && right.step === step);
  if (rules.length === 0) return undefined;
  const mine = rules.filter(({ role }) => roles.includes(role));
  if (mine.length === 0) return { code: 'LEDGER_SIGNER_LACKS_RIGHT' };
  const limits = mine.map(({ limitNok }) => limitNok ?? Number.MAX_SAFE_INTEGER);
  const limitNok = Math.max(...limits);
  return Math.abs(amountNok) > limitNok ? { code: 'LEDGER_ABOVE_LIMIT', limitNok } : undefined;
}

/** Whether a list says anything of an act and step: then the roles alone say nothing of it. */
export function isRuled({ rights = [] }: Pick<SignedList, 'rights'>, asked: RightAsked | undefined): boolean {
  return asked !== undefined && rights.some(({ act, step }) => act === asked.act && step === asked.step);
}

/**
 * A right from its text: `write_off:confirm=approver:500000`, `run:confirm=approver`; undefined where it is none.
 *
 * @example parseRight('claim:propose=runner')
 */
export function parseRight(text: string): ListedRight | undefined {
  const [, act = '', stepName, roleName, limit] = /^([a-z_]+):([a-z]+)=([a-z]+)(?::(\d{1,15}))?$/.exec(text) ?? [];
  const step = RIGHT_STEPS.find((name) => name === stepName);
  const role = SIGNING_ROLES.find((name) => name === roleName);
  if (!RIGHT_ACTS.includes(act) || step === undefined || role === undefined) return undefined;
  return { act, step, role, limitNok: limit === undefined ? null : Number(limit) };
}

/** The text of a right. */
export function rightText({ act, step, role, limitNok }: ListedRight): string {
  return `${act}:${step}=${role}${limitNok === null ? '' : `:${limitNok}`}`;
}

/** Why the list in force does not let somebody do something, as it is told. */
export function rightDetail(actor: string, { act, step, amountNok }: RightAsked, fault: RightFault): ErrorDetail {
  if (fault.code === 'LEDGER_SIGNER_LACKS_RIGHT') return errorDetail(fault.code, { actor, what: `${act}:${step}` });
  const { limitNok } = fault;
  return errorDetail(fault.code, { actor, what: `${act}:${step}`, amountNok: Math.abs(amountNok), limitNok });
}
