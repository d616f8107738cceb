import { blocksAccount } from './bank-status';
import type { PaymentFact } from './payment-facts';

/** How far a payment has come. `valid`: the bank could read the file; only `paid` is money that has left the account. */
export const PAYMENT_STATES = [
  'no_news',
  'handed_over',
  'valid',
  'accepted',
  'waiting',
  'refused',
  'paid',
  'returned',
  'unknown',
] as const;
export type BankPaymentState = (typeof PAYMENT_STATES)[number];

/** A dated outcome that the messages of a bank prove. */
export interface ProvenOutcome {
  readonly kind: 'paid' | 'refused';
  /** `YYYY-MM-DD` */
  readonly on: string;
}

/** What all that was said of a payment comes to. */
export interface PaymentJudgement {
  readonly state: BankPaymentState;
  /** The last that was said: a day or a time, its status, reasons and words; empty without news. */
  readonly at: string;
  readonly status: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** The account must be confirmed anew before it is paid to again. */
  readonly blocksAccount: boolean;
  /** The way of the money, the oldest first; of what is unknown, as far as it is known. */
  readonly outcomes: readonly ProvenOutcome[];
}

/** One sending of a payment: what was said of it. */
interface Sending {
  readonly statuses: PaymentFact[];
  readonly debits: PaymentFact[];
  readonly returns: PaymentFact[];
}

/**
 * One state from everything that was said, in whatever order it came.
 *
 * @param files message ids of the files that the payment stands in, the oldest first
 */
export function judgePayment(said: readonly PaymentFact[], files: readonly string[]): PaymentJudgement {
  const facts = withoutDoubles(said).toSorted(byTime);
  const sendings = sendingsOf(facts, files);
  const states = sendings.map(stateOf);
  const isOpenBefore = states.slice(0, -1).some((state) => state !== 'refused' && state !== 'returned');
  const state = isOpenBefore ? 'unknown' : (states.at(-1) ?? 'no_news');
  const current = sendings.at(-1);
  const ofCurrent = facts.filter((fact) => current === undefined || isOf(current, fact));
  const reported = ofCurrent.findLast(({ meaning }) => meaning === state) ?? ofCurrent.at(-1) ?? facts.at(-1);
  const { at = '', status = '', codes = [], texts = [] } = reported ?? {};
  const isBack = state === 'refused' || state === 'returned';
  const outcomes = ascending(sendings.flatMap(outcomesOf).filter(isNoSecondArrival));
  return { state, at, status, codes, texts, blocksAccount: isBack && codes.some(blocksAccount), outcomes };
}

/**
 * Statements (camt.053) and lists of receipts tell the bookings of notifications (camt.054) once more: of each kind of booking
 * the messages that have more of them count. The same booking told twice is one.
 */
function withoutDoubles(said: readonly PaymentFact[]): readonly PaymentFact[] {
  const booked = said.filter((fact) => fact.booking !== '' && !isByHand(fact));
  const bookings = [...new Map(booked.map((fact) => [`${fact.kind} ${fact.booking}`, fact])).values()];
  const counted = (['paid', 'returned', 'unknown'] as const).flatMap((meaning) => {
    const all = bookings.filter((fact) => fact.meaning === meaning);
    const kinds = ['camt.054', ...all.map(({ kind }) => kind).sort()];
    const byKind = [...new Set(kinds)].map((kind) => all.filter((fact) => fact.kind === kind));
    return byKind.reduce((most, each) => (each.length > most.length ? each : most), []);
  });
  return [...said.filter((fact) => fact.booking === '' || isByHand(fact)), ...counted];
}

/** Somebody has told it in the place of a message: beside a message that proves the same it is no second booking. */
function isByHand({ kind }: PaymentFact): boolean {
  return kind === 'hand';
}

/** Puts what was said to the sending that it is of; a booking that does not say, to the first that still wants it. */
function sendingsOf(facts: readonly PaymentFact[], files: readonly string[]): Sending[] {
  const ids = files.length === 0 ? [''] : files;
  const sendings = ids.map((): Sending => ({ statuses: [], debits: [], returns: [] }));
  const last = sendings.at(-1);
  const named = ({ orderId }: PaymentFact): Sending | undefined => sendings[ids.indexOf(orderId)];
  const isRefused = ({ statuses }: Sending): boolean => statuses.some(({ meaning }) => meaning === 'refused');
  for (const fact of facts.filter(isStatus)) (named(fact) ?? last)?.statuses.push(fact);
  for (const fact of facts.filter((each) => !isStatus(each) && each.meaning === 'paid')) {
    const open = sendings.find((each) => each.debits.every(isByHand) && !isRefused(each));
    (named(fact) ?? open ?? last)?.debits.push(fact);
  }
  for (const fact of facts.filter((each) => !isStatus(each) && each.meaning !== 'paid')) {
    const open = sendings.find((each) => each.returns.every(isByHand) && !isRefused(each));
    (named(fact) ?? open ?? last)?.returns.push(fact);
  }
  return sendings;
}

/** Everything but money booked: a settled status that counts as paid is reported like a booking. */
function isStatus({ booking, meaning }: PaymentFact): boolean {
  return booking === '' && meaning !== 'paid';
}

function isOf({ statuses, debits, returns }: Sending, fact: PaymentFact): boolean {
  return [statuses, debits, returns].some((facts) => facts.includes(fact));
}

function stateOf({ statuses, debits, returns }: Sending): BankPaymentState {
  if ([...statuses, ...returns].some(({ meaning }) => meaning === 'unknown')) return 'unknown';
  // More money has left, or come back, than was sent.
  const isBooked = (fact: PaymentFact): boolean => fact.booking !== '' && !isByHand(fact);
  if (debits.filter(isBooked).length > 1 || returns.filter(isBooked).length > 1) return 'unknown';
  if (returns.length > 0) return 'returned';
  const refused = statuses.find(({ meaning }) => meaning === 'refused');
  if (debits.length > 0) return refused === undefined ? 'paid' : 'unknown';
  if (refused !== undefined) {
    // A refusal stands; what is accepted after it, or waits, is a contradiction.
    const isContradicted = statuses.some(
      ({ meaning, at }) => (meaning === 'accepted' || meaning === 'waiting') && instantOf(at) >= instantOf(refused.at),
    );
    return isContradicted ? 'unknown' : 'refused';
  }
  const latest = statuses.findLast(({ meaning }) => meaning === 'accepted' || meaning === 'waiting') ?? best(statuses);
  return latest === undefined ? 'no_news' : (PAYMENT_STATES.find((state) => state === latest.meaning) ?? 'unknown');
}

/** That a file could be read says more than that it arrived. */
function best(statuses: readonly PaymentFact[]): PaymentFact | undefined {
  return statuses.findLast(({ meaning }) => meaning === 'valid') ?? statuses.at(-1);
}

function outcomesOf(sending: Sending): ProvenOutcome[] {
  const state = stateOf(sending);
  const [debit] = sending.debits;
  const [back] = sending.returns;
  const refusal = sending.statuses.find(({ meaning }) => meaning === 'refused');
  const paid = debit === undefined ? [] : [{ kind: 'paid' as const, on: debit.at.slice(0, 10) }];
  if (state === 'paid') return paid;
  if (state === 'returned' && back) return [...paid, { kind: 'refused', on: back.at.slice(0, 10) }];
  return state === 'refused' && refusal ? [{ kind: 'refused', on: refusal.at.slice(0, 10) }] : [];
}

/** What arrived and never came back cannot arrive once more: two sendings that are both booked are a question to the bank. */
function isNoSecondArrival({ kind }: ProvenOutcome, index: number, all: readonly ProvenOutcome[]): boolean {
  return kind !== 'paid' || all[index - 1]?.kind !== 'paid';
}

/** Days that do not go back: of two that contradict each other the later one counts for both. */
function ascending(outcomes: readonly ProvenOutcome[]): ProvenOutcome[] {
  let last = '';
  return outcomes.map(({ kind, on }) => {
    if (on > last) last = on;
    return { kind, on: last };
  });
}

/** By time, then by all else that is said, so that the order of arrival plays no part. */
function byTime(a: PaymentFact, b: PaymentFact): number {
  const [left, right] = [a, b].map(({ at, status, codes, texts, kind, booking }) =>
    JSON.stringify([instantOf(at), status, codes, texts, kind, booking]),
  );
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
}

/** A time of the bank as one in UTC where it says its zone, else as it stands. */
function instantOf(at: string): string {
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(at);
  return zone && at.length > 16 ? new Date(at).toISOString().slice(0, 19) : at.replace(/\.\d+$/, '');
}
