import { NO_RECIPIENT, PAYEE_FAULT_KINDS, type PayeeFaultKind, parseRecipientCode } from '../../domain';
import type { PayableRecipient, RecipientState, RecipientsOfDay } from '../../ledger';
import { digitsOf, isAccountNumber, isOrgNumber } from '../../payout';
import { type FolderRow, folderRows } from '../preview/folder-rows';

/** Recipients that are paid though money cannot, or should not, be transferred to them. */
export interface PayeeFault {
  readonly kind: PayeeFaultKind;
  readonly recipientIds: readonly string[];
  readonly paidNok: number;
}

/** A recipient that a batch pays, and what keeps it from being paid as things stand; nothing where it can be. */
export interface PayeeState {
  readonly recipientId: string;
  readonly name: string;
  readonly paidNok: number;
  readonly faults: readonly PayeeFaultKind[];
}

/** A recipient that is paid. */
interface Payee {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly org: string;
  readonly paidNok: number;
}

/** Sets of recipients that no number of their own shows. */
type Named = Partial<Record<PayeeFaultKind, ReadonlySet<string>>>;

/**
 * Everybody whom a batch pays, and whether they can be: as the register of recipients stands now, where the ledger has one,
 * else as payouts.csv and findings.csv of the run folder say; nobody without a folder.
 */
export function payeeStates(runFolder: string, register?: RecipientsOfDay): PayeeState[] {
  const sealed = payeesOf(folderRows(runFolder, 'payouts.csv'));
  const payees = register === undefined ? sealed : sealed.map((payee) => registered(payee, register));
  const named = register === undefined ? namedByFindings(runFolder) : namedByRegister(payees, register);
  const shared: Named = {
    ...named,
    shared_account: new Set([...(named.shared_account ?? []), ...sharing(payees, ({ account }) => account)]),
    shared_org_number: new Set([...(named.shared_org_number ?? []), ...sharing(payees, ({ org }) => org)]),
  };
  return payees.map((payee) => ({
    recipientId: payee.id,
    name: payee.name,
    paidNok: payee.paidNok,
    faults: PAYEE_FAULT_KINDS.filter((kind) => hasFault(kind, payee, shared)),
  }));
}

/** The same by what is wrong, with the sums. */
export function payeeFaults(states: readonly PayeeState[]): PayeeFault[] {
  return PAYEE_FAULT_KINDS.flatMap((kind) => {
    const own = states.filter(({ faults }) => faults.includes(kind));
    const paidNok = own.reduce((sum, payee) => sum + payee.paidNok, 0);
    return own.length === 0 ? [] : [{ kind, recipientIds: own.map(({ recipientId }) => recipientId), paidNok }];
  });
}

/** Faults that make it idle to look at numbers: which of them would be used is not known. */
const UNKNOWN: readonly PayeeFaultKind[] = ['not_in_file', 'several_rows', 'unconfirmed', 'blocked'];

function hasFault(kind: PayeeFaultKind, { id, account, org }: Payee, named: Named): boolean {
  switch (kind) {
    case 'no_account':
      return account === '' && !UNKNOWN.some((other) => named[other]?.has(id));
    case 'account_check':
      return account !== '' && !isAccountNumber(account);
    case 'no_org_number':
      return org === '' && account !== '';
    case 'org_number_check':
      return org !== '' && !isOrgNumber(org);
    default:
      return named[kind]?.has(id) === true;
  }
}

function namedByFindings(runFolder: string): Named {
  const findings = folderRows(runFolder, 'findings.csv');
  const named = (code: string): ReadonlySet<string> =>
    new Set(findings.filter((row) => row.code === code).map((row) => row.kommune ?? ''));
  return {
    not_in_file: named('RECIPIENT_MISSING'),
    several_rows: named('RECIPIENT_TWICE'),
    unconfirmed: named('RECIPIENT_UNCONFIRMED'),
    blocked: named('RECIPIENT_BLOCKED'),
    shared_account: named('RECIPIENT_ACCOUNT_SHARED'),
    shared_org_number: named('RECIPIENT_ORG_NUMBER_SHARED'),
  };
}

function namedByRegister(payees: readonly Payee[], register: RecipientsOfDay): Named {
  const named = (state: RecipientState | undefined): ReadonlySet<string> =>
    new Set(payees.map(({ id }) => id).filter((id) => standingOf(id, register)?.state === state));
  return { not_in_file: named(undefined), unconfirmed: named('unconfirmed'), blocked: named('blocked') };
}

function standingOf(id: string, register: RecipientsOfDay): PayableRecipient | undefined {
  return register.get(parseRecipientCode(id) ?? NO_RECIPIENT);
}

/** A payee with the numbers of the register: none that is not confirmed. */
function registered(payee: Payee, register: RecipientsOfDay): Payee {
  const standing = standingOf(payee.id, register);
  if (standing === undefined) return { ...payee, account: '' };
  const { state, account, orgNumber, legalName: name } = standing;
  return { ...payee, name, org: orgNumber || payee.org, account: state === 'confirmed' ? account : '' };
}

function payeesOf(rows: readonly FolderRow[]): Payee[] {
  const payees = new Map<string, Payee>();
  for (const row of rows) {
    const {
      recipient_id: id = '',
      recipient_name: name = '',
      account_number: account = '',
      org_number: org = '',
    } = row;
    const { paid = '0' } = row;
    if (Number(paid) <= 0) continue;
    payees.set(id, { id, name, account, org, paidNok: Number(paid) + (payees.get(id)?.paidNok ?? 0) });
  }
  return [...payees.values()];
}

/** Recipients with a number that another one who is paid has, too. */
function sharing(payees: readonly Payee[], numberOf: (payee: Payee) => string): string[] {
  const digits = payees.map((payee) => digitsOf(numberOf(payee)));
  return payees.flatMap(({ id }, index) => {
    const own = digits[index] ?? '';
    return own !== '' && digits.some((other, place) => place !== index && other === own) ? [id] : [];
  });
}
