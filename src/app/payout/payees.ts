import {
  asDay,
  asRecipientCode,
  type ErrorDetail,
  errorDetail,
  formatRecipientCode,
  knownDay,
  type PlaceRegister,
} from '../../domain';
import type { PayableRecipient, RecipientsOfDay, TrackedPayment } from '../../ledger';
import { bankName, isAccountNumber, isKid, namesAlikeInBank } from '../../payout';

/** A payment with who gets it, or why nobody can be paid by it. */
export interface Payee {
  readonly payment: TrackedPayment;
  /** undefined where the register of recipients has none on that day. */
  readonly recipient: PayableRecipient | undefined;
  /** Empty where the payment can go into a file. */
  readonly obstacles: readonly ErrorDetail[];
}

/**
 * Who gets payments on a day, and what stands in the way of each: no account that is confirmed and valid on that day, a KID
 * that is none, a name that no bank can take, a kommune that has ended.
 *
 * @param recipients the register on the day of execution; undefined where the ledger has none
 */
export function payeesOn(
  payments: readonly TrackedPayment[],
  recipients: RecipientsOfDay | undefined,
  places: PlaceRegister,
  on: string,
): Payee[] {
  const { target, stopped } = places.translationTo(asDay(knownDay(on)));
  const byCode: ReadonlyMap<number, PayableRecipient> = recipients ?? new Map();
  return payments.map((payment) => {
    const recipient = byCode.get(payment.recipient);
    const now = asRecipientCode(target[payment.recipient] ?? payment.recipient);
    const isSplit = stopped[payment.recipient] === 1;
    const isEnded = isSplit || now !== payment.recipient;
    const ended = isEnded ? { successor: isSplit ? '-' : formatRecipientCode(now) } : undefined;
    return { payment, recipient, obstacles: obstaclesOf(payment, recipient, ended, on) };
  });
}

function obstaclesOf(
  { paymentKey, recipient: code, group }: TrackedPayment,
  recipient: PayableRecipient | undefined,
  ended: { readonly successor: string } | undefined,
  on: string,
): ErrorDetail[] {
  const params = { paymentKey, recipient: formatRecipientCode(asRecipientCode(code)), on };
  if (recipient === undefined) return [errorDetail('PAYEE_UNKNOWN', params)];
  const { account, legalName, state, kidByGroup } = recipient;
  const named = { ...params, name: legalName };
  const kid = kidByGroup.get(group) ?? '';
  const { text, unknown } = bankName(legalName);
  return [
    ...(ended ? [errorDetail('PAYEE_ENDED', { ...named, ...ended })] : []),
    ...(account === '' ? [errorDetail('PAYEE_NO_ACCOUNT', named)] : []),
    ...(account !== '' && !isAccountNumber(account) ? [errorDetail('PAYEE_ACCOUNT', named)] : []),
    ...(state === 'unconfirmed' ? [errorDetail('PAYEE_UNCONFIRMED', named)] : []),
    ...(state === 'blocked' ? [errorDetail('PAYEE_BLOCKED', named)] : []),
    ...(kid !== '' && !isKid(kid) ? [errorDetail('PAYEE_KID', { ...named, kid })] : []),
    ...(unknown.length > 0 ? [errorDetail('PAYEE_NAME', { ...named, characters: unknown.join(', ') })] : []),
    ...(text === '' && unknown.length === 0 ? [errorDetail('PAYEE_NAME', { ...named, characters: '-' })] : []),
  ];
}

/** What is worth a look before a file is handed over: names that become the same, or are cut. */
export function payeeNotices(payees: readonly Payee[]): ErrorDetail[] {
  const names = [...new Set(payees.flatMap(({ recipient }) => recipient?.legalName ?? []))];
  return [
    ...namesAlikeInBank(names).map((alike) => errorDetail('PAYEE_NAMES_ALIKE', { names: alike.join(', ') })),
    ...names
      .filter((name) => bankName(name).isCut)
      .map((name) => errorDetail('PAYEE_NAME_CUT', { name, sent: bankName(name).text })),
  ];
}
