import { type OutcomeRequest, paymentsOfRun, recordOutcomes, type TrackedPayment } from '../../app';
import { asRecipientCode, formatDay, formatRecipientCode } from '../../domain';
import { nowUtc } from '../../effects';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, oneOf, text } from '../declare/answer';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import * as kind from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { combine, type Given } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { table } from '../view';

const asked = {
  paymentKeys: argumentList('payment', '[payment...]', kind.text),
  runId: runOf(FLAGS.batch),
  paid: FLAGS.paid,
  again: FLAGS.paidAgain,
  refused: FLAGS.refused,
  undo: FLAGS.undo,
  on: FLAGS.on,
  actor: SETTINGS.as,
  keyFile: SETTINGS.keyFile,
  acceptClock: sources.acceptClock,
  reason: FLAGS.reason,
} as const;

const keys = list(text);
const keysOf = (payments: readonly TrackedPayment[]): string[] => payments.map(({ paymentKey }) => paymentKey);
const recordedJson = object({
  outcome: at('kind', text),
  on: text,
  recorded: at((answer: Recorded) => keysOf(answer.recorded), keys),
  already: at((answer: Recorded) => keysOf(answer.already), keys),
  kept: at((answer: Recorded) => keysOf(answer.kept), keys),
  recorded_amount: at('recordedNok', kroner),
  journal_head: text,
});
const paymentsJson = object({
  run_id: text,
  payments: list(
    object({
      payment_ref: at('paymentKey', text),
      recipient_id: at(({ recipient }: TrackedPayment) => formatRecipientCode(asRecipientCode(recipient)), text),
      netting_group: at('group', text),
      amount: kroner,
      state: text,
      outcomes: list(object({ outcome: at('kind', text), on: text })),
    }),
  ),
});

/** What became of some payments was recorded. */
type Recorded = ReturnType<typeof recordOutcomes> & Pick<OutcomeRequest, 'kind' | 'on'>;
interface Listed {
  readonly runId: string;
  readonly payments: readonly TrackedPayment[];
}

/** `outcome`: records or shows what became of payments. */
export const outcomeCommand = command('outcome', {
  examples: [
    'norsktilskudd outcome --batch 2025-T4-0123456789ab --paid --on 2025-12-30 --as kari',
    'norsktilskudd outcome NT2025T4S0-1507-PERS --refused --on 2025-12-30 --as kari --reason "wrong account"',
    'norsktilskudd outcome --batch 2025-T4-0123456789ab --paid --again --on 2026-01-08 --as kari',
    'norsktilskudd outcome --batch 2025-T4-0123456789ab',
  ],
  input: { request: combine(asked, requestOf), ...sources.signing, db: sources.db },
  run({ request, ...settings }): Recorded | Listed {
    if (request.kind !== undefined) {
      return { ...recordOutcomes(settings, request), kind: request.kind, on: request.on };
    }
    return { runId: request.runId, payments: paymentsOfRun(settings.db, request.runId) };
  },
  json: oneOf([recordedJson, paymentsJson], (answer: Recorded | Listed, to) =>
    'kind' in answer ? recordedJson.encode(answer, to) : paymentsJson.encode(answer, to),
  ),
  warnings: (answer) => ('kind' in answer ? answer.notes : []),
  text: (answer, context) =>
    'kind' in answer ? recordedText(answer, context) : paymentsText(answer.payments, context),
  next: (answer) => ({
    runId: 'runId' in answer ? answer.runId : ((answer.recorded[0] ?? answer.already[0])?.runId ?? ''),
  }),
});

/** What is asked: to be shown the payments of a run, or to record what became of some. */
type Request = { readonly kind: undefined; readonly runId: string } | OutcomeRequest;

function requestOf(given: Given<typeof asked>, problems: Problems): Request {
  const kinds = [
    ...(given.paid ? (['paid'] as const) : []),
    ...(given.refused ? (['refused'] as const) : []),
    ...(given.undo ? (['undone'] as const) : []),
  ];
  if (kinds.length > 1) problems.add('FLAGS_EXCLUDE', { flags: '--paid, --refused, --undo' });
  const [what] = kinds;
  const { runId, paymentKeys = [], reason = '' } = given;
  if (what === undefined) return { kind: what, runId: problems.demand('--batch', runId) };
  const on = given.on === undefined ? undefined : formatDay(given.on);
  if ((paymentKeys.length === 0) === (runId === undefined)) problems.add('OUTCOME_WHICH', {});
  if (what === 'undone') problems.demand('--reason', reason);
  if (given.again === true && (what !== 'paid' || runId === undefined)) problems.add('OUTCOME_AGAIN', {});
  return {
    kind: what,
    actor: problems.demand('--as', given.actor),
    on: what === 'undone' ? (on ?? nowUtc().slice(0, 10)) : problems.demand('--on', on),
    paymentKeys: runId === undefined ? paymentKeys : [],
    ...(runId === undefined ? {} : { runId, again: given.again === true }),
    ...(reason === '' ? {} : { reason }),
    acceptClock: given.acceptClock,
  };
}

/** What was recorded, what had been reported before and what was left alone. */
function recordedText(answer: Recorded, context: CliContext): string[] {
  const { kind: what, on, recorded, already, kept, recordedNok: sumNok, journalHead: head } = answer;
  const word = say(context, `outcome.${what}`);
  return [
    recorded.length > 0 ? say(context, 'outcome.recorded', { payments: recorded.length, sumNok, word, on }) : '',
    already.length > 0 ? say(context, 'outcome.already_recorded', { count: already.length }) : '',
    ...kept.map((payment) => `${payment.paymentKey}  ${historyOf(payment, context)}\n`),
    kept.length > 0 ? say(context, 'outcome.left_with_another', { count: kept.length }) : '',
    say(context, 'common.journal_head', { head }),
  ];
}

/** Payments of a run with what has become of them. */
function paymentsText(payments: readonly TrackedPayment[], context: CliContext): string {
  const rows = payments.map((payment) => [payment.paymentKey, payment.amountNok, historyOf(payment, context)]);
  return table(context, 'outcome.columns_payment', 'lkl', rows);
}

function historyOf({ outcomes }: TrackedPayment, context: CliContext): string {
  if (outcomes.length === 0) return say(context, 'outcome.ordered');
  return outcomes.map(({ kind: what, on }) => `${say(context, `outcome.${what}`)} ${on}`).join(', ');
}
