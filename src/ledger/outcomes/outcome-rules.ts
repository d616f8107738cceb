import { asDay, type ErrorDetail, errorDetail, formatDay, knownDay } from '../../domain';
import type { PaymentRecord } from './outcome-reads';
import type { OutcomeInput } from './outcome-types';

/** Payments that an objection names; of more, their number is told. */
const NAMED = 3;

/** Why an outcome cannot be recorded for some payments, one reason once; empty where it can for all. */
export function outcomeObjections(payments: readonly PaymentRecord[], input: OutcomeInput): ErrorDetail[] {
  const groups = new Map<string, { objection: ErrorDetail; keys: string[] }>();
  for (const payment of payments) {
    const objection = outcomeObjection(payment, input);
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
  const { paymentKey, asOf, outcomes } = payment;
  const { kind, on } = input;
  const last = outcomes.at(-1);
  if (payment.annulled) return errorDetail('LEDGER_OUTCOME_ANNULLED', { paymentKey, runId: payment.runId });
  if (kind === 'undone') {
    return last === undefined ? errorDetail('LEDGER_OUTCOME_NOTHING_TO_UNDO', { paymentKey }) : undefined;
  }
  if (last !== undefined && kind === 'paid' && last.kind === 'paid') {
    return errorDetail('LEDGER_OUTCOME_PAID_ALREADY', { paymentKey, on, paidOn: last.on });
  }
  if (last !== undefined && on < last.on) {
    return errorDetail('LEDGER_OUTCOME_BEFORE_LAST', { paymentKey, on, lastOn: last.on, lastKind: last.kind });
  }
  if (on < asOf) return errorDetail('LEDGER_OUTCOME_BEFORE_BATCH', { paymentKey, on, asOf });
  if (on > latestDay(input.at)) return errorDetail('LEDGER_OUTCOME_IN_FUTURE', { paymentKey, on });
  return undefined;
}

/** The day after that of the act: in Norway the day begins before it does in UTC. */
function latestDay(at: string): string {
  return formatDay(asDay(knownDay(at.slice(0, 10)) + 1));
}
