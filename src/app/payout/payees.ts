import {
  asDay,
  asRecipientCode,
  type ErrorDetail,
  errorDetail,
  formatRecipientCode,
  knownDay,
  type PlaceRegister,
} from '../../domain';
import type { Ledger, LedgerPayment, PayableRecipient, RecipientsOfDay } from '../../ledger';
import { bankName, isAccountNumber, isKid, namesAlikeInBank } from '../../payout';
import { loadShippedRules } from '../shipped-rules';

/** A payment with who gets it, or why nobody can be paid by it. */
export interface Payee<Payment extends LedgerPayment = LedgerPayment> {
  readonly payment: Payment;
  /** undefined where the register of recipients has none on that day. */
  readonly recipient: PayableRecipient | undefined;
  /** Empty where the payment can go into a file. */
  readonly obstacles: readonly ErrorDetail[];
}

/** Payments to a recipient that two persons have blocked in a case, from a day to a day. */
export interface PaymentBlock {
  readonly caseNumber: number;
  /** RecipientCode. */
  readonly recipient: number;
  readonly fromDay: string;
  readonly toDay: string;
}

/** What decides who can be paid on a day. */
export interface PayeeSources {
  /** The register on the day of execution; undefined where the ledger has none. */
  readonly recipients: RecipientsOfDay | undefined;
  readonly blocks: readonly PaymentBlock[];
  readonly places: PlaceRegister;
}

/**
 * Who gets payments on a day, and what stands in the way of each: no account that is confirmed and valid on that day, a KID
 * that is none, a name that no bank can take, a kommune that has ended, one whose payments a case has blocked.
 */
function payeesOn<Payment extends LedgerPayment>(
  payments: readonly Payment[],
  { recipients, blocks, places }: PayeeSources,
  on: string,
): Payee<Payment>[] {
  const { target, stopped } = places.translationTo(asDay(knownDay(on)));
  const byCode: ReadonlyMap<number, PayableRecipient> = recipients ?? new Map();
  const nowOf = (code: number): number => target[code] ?? code;
  const nameOf = (code: number): string => places.places.findLast((place) => place.code === code)?.name ?? '';
  const inForce = blocks.filter(({ fromDay, toDay }) => fromDay <= on && on <= toDay);
  return payments.map((payment) => {
    const now = asRecipientCode(nowOf(payment.recipient));
    const recipient = byCode.get(payment.recipient);
    const blocked = inForce.filter((block) => nowOf(block.recipient) === now);
    const isSplit = stopped[payment.recipient] === 1;
    const isEnded = isSplit || now !== payment.recipient;
    const own = isEnded
      ? [
          endedObstacle(payment, {
            name: recipient?.legalName ?? nameOf(payment.recipient),
            on,
            successor: isSplit ? undefined : formatRecipientCode(now),
          }),
        ]
      : obstaclesOf(payment, recipient, on);
    return { payment, recipient, obstacles: [...blocked.map((block) => caseObstacle(payment, block)), ...own] };
  });
}

/** The same as a ledger stands now. */
export function payeesOfLedger<Payment extends LedgerPayment>(
  ledger: Ledger,
  payments: readonly Payment[],
  on: string,
): Payee<Payment>[] {
  const { places } = loadShippedRules();
  return payeesOn(payments, { recipients: ledger.recipientsOn(on), blocks: paymentBlocks(ledger), places }, on);
}

/** Blocks of payments that are confirmed and not withdrawn. */
function paymentBlocks(ledger: Ledger): PaymentBlock[] {
  return ledger
    .cases()
    .flatMap(({ acts }) => acts)
    .filter(({ state, details }) => state === 'in_force' && details.kind === 'block_payments')
    .map(({ caseNumber, details: { recipient, fromDay, toDay } }) => ({ caseNumber, recipient, fromDay, toDay }));
}

/** Whether a case keeps a payment back: two persons have decided it, so nobody is asked again. */
export function isKeptByCase({ obstacles }: Payee): boolean {
  return obstacles.some(({ code }) => code === 'PAYEE_CASE_BLOCK');
}

function namedBy({ paymentKey, recipient }: LedgerPayment): {
  readonly paymentKey: string;
  readonly recipient: string;
} {
  return { paymentKey, recipient: formatRecipientCode(asRecipientCode(recipient)) };
}

function caseObstacle(payment: LedgerPayment, { caseNumber, toDay }: PaymentBlock): ErrorDetail {
  return errorDetail('PAYEE_CASE_BLOCK', { ...namedBy(payment), caseNumber, toDay });
}

/** A kommune that has ended: whatever the register says of it, no file pays it. No successor where several followed it. */
function endedObstacle(
  payment: LedgerPayment,
  { successor, ...of }: { readonly name: string; readonly on: string; readonly successor: string | undefined },
): ErrorDetail {
  const named = { ...namedBy(payment), ...of };
  return successor === undefined
    ? errorDetail('PAYEE_SPLIT', named)
    : errorDetail('PAYEE_ENDED', { ...named, successor });
}

function obstaclesOf(payment: LedgerPayment, recipient: PayableRecipient | undefined, on: string): ErrorDetail[] {
  const params = { ...namedBy(payment), on };
  if (recipient === undefined) return [errorDetail('PAYEE_UNKNOWN', params)];
  const { account, legalName, state, kidByGroup } = recipient;
  const named = { ...params, name: legalName };
  const kid = kidByGroup.get(payment.group) ?? '';
  const { text, unknown } = bankName(legalName);
  return [
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
