import { asDay, assert, type ErrorDetail, errorDetail, formatDay, knownDay, NorsktilskuddError } from '../../domain';
import { knownBatch } from '../drafts/batches';
import { type ActContent, actorKey } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { storeMovements } from '../postings/post-rows';
import { mayTellByHand, settledByReceipts } from '../receipts/hand-outcomes';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { findPayment, outcomeMovements, type PaymentRecord, paymentsOfPosting, trackedPayment } from './outcome-reads';
import type { OutcomeAnswer, OutcomeInput, TrackedPayment } from './outcome-types';

/**
 * Records what became of payments: paid or refused on a day, or the last outcome undone. One act for all of them; the
 * money moves between the places `ordered`, `settled` and `refused`. The same outcome again is "already".
 *
 * @throws NorsktilskuddError usage LEDGER_PAYMENT_UNKNOWN, LEDGER_RUN_UNKNOWN; refused LEDGER_OUTCOME_REFUSED with every
 * reason as a detail, LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function recordOutcome(ledger: OpenLedger, input: OutcomeInput): OutcomeAnswer {
  assert(actorKey(input.actor) !== '', 'an outcome needs a name');
  return ledger.db.transaction(() => {
    const { fresh, already, kept } = sort(ledger, input);
    if (fresh.length > 0) store(ledger, input, fresh);
    const recorded = fresh.map(({ paymentKey }) => tracked(ledger, paymentKey));
    const recordedNok = recorded.reduce((sum, payment) => sum + payment.amountNok, 0);
    return { recorded, already: already.map(trackedPayment), kept: kept.map(trackedPayment), recordedNok };
  });
}

interface Sorted {
  readonly fresh: readonly PaymentRecord[];
  readonly already: readonly PaymentRecord[];
  readonly kept: readonly PaymentRecord[];
}

function sort(ledger: OpenLedger, input: OutcomeInput): Sorted {
  const payments = input.runId === undefined ? named(ledger, input.paymentKeys) : ofBatch(ledger, input.runId);
  const reported = payments.filter((payment) => isReported(payment, input));
  const rest = payments.filter((payment) => !reported.includes(payment));
  const hasOutcome = ({ outcomes, paymentKey }: PaymentRecord): boolean =>
    outcomes.length > 0 || settledByReceipts(ledger, paymentKey).size > 0;
  const open = rest.filter((payment) => input.runId === undefined || !hasOutcome(payment));
  const objections = outcomeObjections(open, input, (key) => mayTellByHand(ledger, key, input.kind));
  if (objections.length > 0) throw refused(objections);
  return { fresh: open, already: reported, kept: rest.filter((payment) => !open.includes(payment)) };
}

/** The same outcome stands. Nothing is undone twice: an outcome that is undone stands no longer. */
function isReported({ outcomes }: PaymentRecord, input: OutcomeInput): boolean {
  const told = input.again === true ? outcomes.slice(-1) : outcomes;
  return told.some(({ kind, on }) => kind === input.kind && on === input.on);
}

function named(ledger: OpenLedger, keys: readonly string[]): PaymentRecord[] {
  const unknown: ErrorDetail[] = [];
  const payments = [...new Set(keys)].sort().flatMap((paymentKey) => {
    const payment = findPayment(ledger, paymentKey);
    if (payment === undefined) unknown.push(errorDetail('LEDGER_PAYMENT_UNKNOWN', { paymentKey }));
    return payment ?? [];
  });
  if (unknown.length > 0) throw new NorsktilskuddError('usage', 'LEDGER_PAYMENTS_UNKNOWN', {}, unknown);
  return payments;
}

function ofBatch(ledger: OpenLedger, runId: string): PaymentRecord[] {
  const batch = knownBatch(ledger, runId);
  if (batch.state === 'posted') return paymentsOfPosting(ledger, batch.posting);
  throw refused([errorDetail('LEDGER_OUTCOME_NOT_POSTED', { runId, state: batch.state })]);
}

function store(ledger: OpenLedger, input: OutcomeInput, payments: readonly PaymentRecord[]): void {
  const { db } = ledger;
  const keys = payments.map(({ paymentKey }) => paymentKey);
  const undoes = payments.map(({ outcomes }) => (input.kind === 'undone' ? (outcomes.at(-1)?.number ?? 0) : 0));
  const first = Number(db.prepare('SELECT coalesce(max(outcome), 0) + 1 FROM payment_outcomes').get()?.[0]);
  const journal = writeSignedAct(db, 'outcome', input, outcomeAct(input.kind, input.on, first, keys, undoes));
  const insert = db.prepare('INSERT INTO payment_outcomes VALUES (?, ?, ?, ?, ?, ?)');
  for (const [index, key] of keys.entries()) {
    insert.run(first + index, journal, key, input.kind, input.on, undoes[index] ?? 0);
  }
  storeMovements(db, 0, journal, outcomeMovements(payments, input.kind));
}

/** What the journal says of outcomes: the keys in the order of their numbers, from `first_outcome` on. */
export function outcomeAct(
  kind: string,
  on: string,
  first: number,
  paymentKeys: readonly string[],
  undoes: readonly number[],
): ActContent {
  const content = { outcome: kind, on, first_outcome: first, payment_keys: paymentKeys };
  return kind === 'undone' ? { ...content, undoes: undoes.map(String) } : content;
}

/** Every payment of a posted batch with what has become of it. */
export function trackedPayments(ledger: OpenLedger, runId: string): TrackedPayment[] {
  const { posting } = knownBatch(ledger, runId);
  return paymentsOfPosting(ledger, posting).map(trackedPayment);
}

function tracked(ledger: OpenLedger, paymentKey: string): TrackedPayment {
  const payment = findPayment(ledger, paymentKey);
  assert(payment !== undefined, 'a payment does not go away');
  return trackedPayment(payment);
}

function refused(details: readonly ErrorDetail[]): NorsktilskuddError {
  return new NorsktilskuddError('refused', 'LEDGER_OUTCOME_REFUSED', {}, details);
}

/** Payments that an objection names; of more, their number is reported. */
const NAMED = 3;

/** Why an outcome cannot be recorded for some payments, one reason once; empty where it can for all. */
export function outcomeObjections(
  payments: readonly PaymentRecord[],
  input: OutcomeInput,
  mayTell: (paymentKey: string) => boolean = () => true,
): ErrorDetail[] {
  const groups = new Map<string, { objection: ErrorDetail; keys: string[] }>();
  for (const payment of payments) {
    const objection = mayTell(payment.paymentKey)
      ? outcomeObjection(payment, input)
      : errorDetail('LEDGER_OUTCOME_BY_RECEIPT', { paymentKey: payment.paymentKey });
    if (objection === undefined) continue;
    const { paymentKey } = payment;
    const group = JSON.stringify([objection.code, { ...objection.params, paymentKey: '' }]);
    const known = groups.get(group);
    if (known) known.keys.push(paymentKey);
    else groups.set(group, { objection, keys: [paymentKey] });
  }
  return Array.from(groups.values(), ({ objection: { code, params }, keys }) =>
    errorDetail(code, { ...params, paymentKey: namesOf(keys) }),
  );
}

/** `A, B, C … (116)` */
function namesOf(keys: readonly string[]): string {
  const named = keys.slice(0, NAMED).join(', ');
  return keys.length > NAMED ? `${named} … (${keys.length})` : named;
}

/** Why an outcome cannot be recorded for a payment; undefined where it can. */
function outcomeObjection(payment: PaymentRecord, input: OutcomeInput): ErrorDetail | undefined {
  const { paymentKey, asOf, approvedOn, outcomes } = payment;
  const { kind, on } = input;
  const last = outcomes.at(-1);
  if (payment.annulled) return errorDetail('LEDGER_OUTCOME_ANNULLED', { paymentKey, runId: payment.runId });
  if (kind === 'undone' && last === undefined) return errorDetail('LEDGER_OUTCOME_NOTHING_TO_UNDO', { paymentKey });
  if (kind === 'paid' && last?.kind === 'paid') {
    return errorDetail('LEDGER_OUTCOME_PAID_ALREADY', { paymentKey, on, paidOn: last.on });
  }
  if (kind !== 'undone' && last !== undefined && on < last.on) {
    return errorDetail('LEDGER_OUTCOME_BEFORE_LAST', { paymentKey, on, lastOn: last.on, lastKind: last.kind });
  }
  if (on < asOf) return errorDetail('LEDGER_OUTCOME_BEFORE_BATCH', { paymentKey, on, asOf });
  // The day in Norway is that in UTC or the one after it: nothing that is true is refused.
  if (on < approvedOn) return errorDetail('LEDGER_OUTCOME_BEFORE_APPROVAL', { paymentKey, on, approvedOn });
  if (on > latestDay(input.at)) return errorDetail('LEDGER_OUTCOME_IN_FUTURE', { paymentKey, on });
  return undefined;
}

/** The day after that of the act: in Norway the day begins before it does in UTC. */
function latestDay(at: string): string {
  return formatDay(asDay(knownDay(at.slice(0, 10)) + 1));
}
