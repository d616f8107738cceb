import { asRecipientCode, assert, i32, NO_PERSON, nettingGroupOf, parseRecipientCode } from '../../domain';
import { cutOffDate } from '../../engine';
import type { BatchInfo, Ledger, PayableRecipient, TrackedPayment } from '../../ledger';
import type { LetterLanguage } from '../../messages';
import type { Addressee, CaseRow, LetterGroup, LetterPayment } from '../../report';
import { kapPostOn, type PaymentSettings } from '../payment/payment-settings';
import { type Payee, payeesOfLedger } from '../payout/payees';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { loadShippedRules } from '../shipped-rules';
import type { LetterSettings } from './letter-settings';
import type { Settlement } from './settlements';

/** What the ledger says of a recipient on the day of the letter, beside the run itself; it may say something else later. */
export interface LetterStand {
  readonly to: Addressee;
  readonly groups: readonly Pick<LetterGroup, 'group' | 'payment' | 'kapPosts'>[];
  readonly cases: readonly CaseRow[];
}

/** What decides how letters stand. */
export interface StandSources {
  readonly ledger: Ledger;
  readonly batch: BatchInfo;
  readonly payment: PaymentSettings;
  readonly letters: LetterSettings;
  /** Of all letters; undefined: each recipient's own. */
  readonly language: LetterLanguage | undefined;
  /** Day of the letters, and the day on which is to be paid what stands in no file; empty where it is not settled. */
  readonly date: string;
  readonly plannedOn: string;
}

/** How each of some settlements stands. */
export function letterStands(sources: StandSources, settlements: readonly Settlement[]): LetterStand[] {
  const { ledger, batch } = sources;
  const register = registerOfBatch(ledger, batch);
  const paymentOf = paymentsOn(sources);
  const cases = casesByRecipient(ledger, batch, sources.date);
  return settlements.map(({ recipientId, groups }): LetterStand => {
    const code = parseRecipientCode(recipientId);
    assert(code !== undefined, 'payouts.csv names recipients');
    const payee = register?.get(asRecipientCode(code));
    const [first] = groups;
    return {
      to: addressee(recipientId, payee, first?.payout.name ?? recipientId, sources),
      groups: groups.map(({ payout, cells }) => {
        const payment = payout.paidNok > 0 ? paymentOf(payout.paymentRef) : undefined;
        const on = payment?.on || sources.plannedOn || sources.date;
        const components = [...new Set(cells.map(({ row }) => row.component))];
        return { group: payout.group, payment, kapPosts: kapPosts(components, on, sources) };
      }),
      cases: cases.get(code) ?? [],
    };
  });
}

function kapPosts(components: readonly string[], on: string, { payment }: StandSources): LetterGroup['kapPosts'] {
  return components.flatMap((name) => {
    const row = payment.kapPost.find(({ component }) => component === name);
    const found = row && kapPostOn(payment, row.component, on);
    return [{ component: name, kapPost: found === undefined ? '' : `${found.kap}.${found.post}` }];
  });
}

function addressee(
  recipientId: string,
  payee: PayableRecipient | undefined,
  name: string,
  { language, letters }: StandSources,
): Addressee {
  const own = payee?.language === undefined || payee.language === 'neutral' ? letters.neutralLanguage : payee.language;
  const { street = '', postCode = '', town = '' } = payee?.address ?? {};
  return {
    recipientId,
    name: payee?.legalName ?? name,
    orgNumber: payee?.orgNumber ?? '',
    address: [street, `${postCode} ${town}`.trim()].filter((line) => line !== ''),
    language: language ?? own,
  };
}

/** How each payment stands: in a file, paid, refused, or kept back and why. */
function paymentsOn({ ledger, batch, date, plannedOn }: StandSources): (key: string) => LetterPayment | undefined {
  const tracked = ledger.trackedPayments(batch.runId);
  const files = ledger.paymentFiles(batch.runId).filter(({ state }) => state !== 'discarded');
  const filed = new Map(
    files.flatMap(({ executionDate: on, payments }) =>
      payments.map(({ paymentKey, account }) => [paymentKey, { on, account }] as const),
    ),
  );
  const payees = new Map(
    payeesOfLedger(ledger, tracked, plannedOn === '' ? date : plannedOn).map((payee) => [
      payee.payment.paymentKey,
      payee,
    ]),
  );
  return (key) => {
    const payee = payees.get(key);
    return payee && paymentOf(payee, filed.get(key), plannedOn);
  };
}

function paymentOf(
  { payment, recipient, obstacles }: Payee<TrackedPayment>,
  file: { readonly on: string; readonly account: string } | undefined,
  plannedOn: string,
): LetterPayment {
  const { paymentKey, state, outcomes, group } = payment;
  const account = file?.account ?? recipient?.account ?? '';
  const last = outcomes.at(-1)?.on.slice(0, 10) ?? '';
  const common = { paymentKey, accountEnd: account.slice(-4), kid: recipient?.kidByGroup.get(group) ?? '' };
  if (state === 'paid') return { ...common, state: 'paid', on: last, reasons: [] };
  if (state === 'refused')
    return { ...common, state: 'refused', on: '', reasons: [{ code: 'REFUSED', caseNumber: 0 }] };
  if (file !== undefined) return { ...common, state: 'planned', on: file.on, reasons: [] };
  if (obstacles.length === 0) return { ...common, state: 'planned', on: plannedOn, reasons: [] };
  const reasons = obstacles.map(({ code, params }) => ({ code, caseNumber: Number(params.caseNumber ?? 0) }));
  return { ...common, state: 'kept', on: '', reasons };
}

/** Kinds of acts that a recipient is told of; adjustments have rows of amounts, and acts about one person are nobody else's. */
const TOLD = ['pin_count', 'pin_successor', 'block', 'block_payments', 'claim', 'claim_payment', 'write_off'];
/** Kinds that move kroner. */
const OF_MONEY = ['claim', 'claim_payment', 'write_off'];
/** Kinds that hold from a day to a day. */
const OF_DAYS = ['block', 'block_payments'];

/**
 * Acts of cases that concern a recipient as such and hold on a day, each a line of its own. What is named by a number that
 * ended before the run's cut-off date is its successor's.
 */
function casesByRecipient(
  ledger: Ledger,
  { grantYear, term }: BatchInfo,
  on: string,
): ReadonlyMap<number, readonly CaseRow[]> {
  const { target } = loadShippedRules().places.translationTo(cutOffDate(grantYear, term));
  const rows = new Map<number, CaseRow[]>();
  for (const { caseNumber, state, details } of ledger.cases().flatMap(({ acts }) => acts)) {
    const { kind, personId, amount, grantYear: year, code, component, fromDay, toDay } = details;
    const isOfYear = year === 0 || year === grantYear || year === grantYear - 1;
    const isOver = OF_DAYS.includes(kind) && (on < fromDay || toDay < on);
    if (state !== 'in_force' || !TOLD.includes(kind) || personId !== NO_PERSON || !isOfYear || isOver) continue;
    const recipient = i32(target, details.recipient);
    const own = rows.get(recipient) ?? [];
    rows.set(recipient, own);
    const group = component === '' ? code : nettingGroupOf(component);
    own.push({ caseNumber, kind, group, ...(OF_MONEY.includes(kind) ? { amountNok: amount } : {}) });
  }
  return rows;
}
