import { type ErrorDetail, errorDetail } from '../../domain';
import { actionOf, type ReasonAction } from './bank-status';
import type { PaymentFact } from './payment-facts';
import { grouped } from './status-levels';

const CODES = {
  account: 'RECEIPT_REASON_ACCOUNT',
  setup: 'RECEIPT_REASON_SETUP',
  duplicate: 'RECEIPT_REASON_DUPLICATE',
  identity: 'RECEIPT_REASON_IDENTITY',
  limit: 'RECEIPT_REASON_LIMIT',
  cover: 'RECEIPT_REASON_COVER',
  register: 'RECEIPT_REASON_REGISTER',
  date: 'RECEIPT_REASON_DATE',
  remittance: 'RECEIPT_REASON_REMITTANCE',
  program: 'RECEIPT_REASON_PROGRAM',
  ask: 'RECEIPT_REASON_ASK',
  hand: 'RECEIPT_REASON_HAND',
} as const satisfies Readonly<Record<ReasonAction, string>>;

type ReasonCode = (typeof CODES)[ReasonAction] | 'RECEIPT_WAITING' | 'RECEIPT_CHANGED';

/** Keys that are named; of more, the first ones. */
const NAMED_MAX = 5;

/**
 * What is to be done about payments that a message refuses, brings back, keeps waiting or changes: one note for all of which
 * it says the same (payment-files.md 7, what a payer does).
 */
export function reasonNotes(facts: readonly PaymentFact[], file: string): ErrorDetail[] {
  const told = facts.flatMap((fact) => {
    const code = codeOf(fact);
    return code === undefined ? [] : [{ code, fact }];
  });
  const groups = grouped(told, ({ code, fact: { status, codes, texts } }) =>
    JSON.stringify([code, status, codes, texts]),
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { status, codes, texts } = first.fact;
    const keys = same.map(({ fact }) => fact.paymentKey);
    const named = [...keys.slice(0, NAMED_MAX), ...(keys.length > NAMED_MAX ? ['...'] : [])].join(', ');
    return [errorDetail(first.code, { file, said: [status, ...codes, ...texts].join(' '), count: keys.length, named })];
  });
}

/** The first reason that says what to do; a wait or change without one speaks for itself. */
function codeOf({ meaning, codes, texts }: PaymentFact): ReasonCode | undefined {
  const action = codes.map(actionOf).find((each) => each !== 'hand');
  if (meaning === 'refused' || meaning === 'returned') return CODES[action ?? 'hand'];
  if (meaning === 'waiting') return action === undefined ? 'RECEIPT_WAITING' : CODES[action];
  return meaning === 'accepted' && codes.length + texts.length > 0 ? 'RECEIPT_CHANGED' : undefined;
}
