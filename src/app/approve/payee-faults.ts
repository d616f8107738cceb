import { digitsOf, isAccountNumber, isOrgNumber } from '../../payout';
import { type FolderRow, folderRows } from '../preview/folder-rows';

const PAYEE_FAULT_KINDS = [
  'not_in_file',
  'several_rows',
  'no_account',
  'account_check',
  'shared_account',
  'no_org_number',
  'org_number_check',
  'shared_org_number',
] as const;

/** What is wrong with whom money goes to. */
export type PayeeFaultKind = (typeof PAYEE_FAULT_KINDS)[number];

/** Recipients that are paid though money cannot, or should not, be transferred to them. */
export interface PayeeFault {
  readonly kind: PayeeFaultKind;
  readonly recipientIds: readonly string[];
  readonly paidNok: number;
}

/** A recipient that is paid. */
interface Payee {
  readonly id: string;
  readonly account: string;
  readonly org: string;
  readonly paidNok: number;
}

/** Faults of those who are paid, by kind, as payouts.csv and findings.csv of a run folder have them; none without a folder. */
export function payeeFaults(runFolder: string): PayeeFault[] {
  const payees = payeesOf(folderRows(runFolder, 'payouts.csv'));
  if (payees.length === 0) return [];
  const findings = folderRows(runFolder, 'findings.csv');
  const named = (code: string): Set<string> =>
    new Set(findings.filter((row) => row.code === code).map((row) => row.kommune ?? ''));
  const sets: Partial<Record<PayeeFaultKind, Set<string>>> = {
    not_in_file: named('RECIPIENT_MISSING'),
    several_rows: named('RECIPIENT_TWICE'),
    shared_account: new Set([...named('RECIPIENT_ACCOUNT_SHARED'), ...sharing(payees, ({ account }) => account)]),
    shared_org_number: new Set([...named('RECIPIENT_ORG_NUMBER_SHARED'), ...sharing(payees, ({ org }) => org)]),
  };
  const isUnknown = ({ id }: Payee): boolean =>
    sets.not_in_file?.has(id) === true || sets.several_rows?.has(id) === true;
  const tests: Readonly<Record<PayeeFaultKind, (payee: Payee) => boolean>> = {
    not_in_file: ({ id }) => sets.not_in_file?.has(id) === true,
    several_rows: ({ id }) => sets.several_rows?.has(id) === true,
    no_account: (payee) => payee.account === '' && !isUnknown(payee),
    account_check: ({ account }) => account !== '' && !isAccountNumber(account),
    shared_account: ({ id }) => sets.shared_account?.has(id) === true,
    no_org_number: ({ org, account }) => org === '' && account !== '',
    org_number_check: ({ org }) => org !== '' && !isOrgNumber(org),
    shared_org_number: ({ id }) => sets.shared_org_number?.has(id) === true,
  };
  return PAYEE_FAULT_KINDS.flatMap((kind) => {
    const own = payees.filter(tests[kind]);
    const paidNok = own.reduce((sum, payee) => sum + payee.paidNok, 0);
    return own.length === 0 ? [] : [{ kind, recipientIds: own.map(({ id }) => id), paidNok }];
  });
}

function payeesOf(rows: readonly FolderRow[]): Payee[] {
  const payees = new Map<string, Payee>();
  for (const { recipient_id: id = '', account_number: account = '', org_number: org = '', paid = '0' } of rows) {
    if (Number(paid) <= 0) continue;
    payees.set(id, { id, account, org, paidNok: Number(paid) + (payees.get(id)?.paidNok ?? 0) });
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
