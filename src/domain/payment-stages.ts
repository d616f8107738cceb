/**
 * How far a payment has come: approved and in no file yet (or blocked, since its payee cannot be paid), in a file, handed
 * over, and then what the bank has said. Only `paid` is money that has left the account.
 */
export const PAYMENT_STAGES = [
  'approved',
  'blocked',
  'in_file',
  'handed_over',
  'valid',
  'accepted',
  'waiting',
  'refused',
  'returned',
  'unknown',
  'paid',
] as const;
export type PaymentStage = (typeof PAYMENT_STAGES)[number];

/** The same with how far a batch has come before anything of it is paid. */
export const BATCH_STAGES = ['calculated', 'attested', ...PAYMENT_STAGES] as const;

/** What can be wrong with whom money goes to. */
export const PAYEE_FAULT_KINDS = [
  'not_in_file',
  'several_rows',
  'unconfirmed',
  'blocked',
  'no_account',
  'account_check',
  'shared_account',
  'no_org_number',
  'org_number_check',
  'shared_org_number',
] as const;
export type PayeeFaultKind = (typeof PAYEE_FAULT_KINDS)[number];
