import { type OutcomeRequest, paymentsOfRun, recordOutcomes } from '../../app';
import { formatDay } from '../../domain';
import { nowUtc } from '../../effects';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import { text } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { combine, type Given, type Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellOutcome, tellPayments } from '../outcome/outcome-text';

const asked = {
  paymentKeys: argumentList('payment', '[payment...]', text),
  runId: FLAGS.batch,
  paid: FLAGS.paid,
  refused: FLAGS.refused,
  undo: FLAGS.undo,
  on: FLAGS.on,
  actor: SETTINGS.as,
  keyFile: SETTINGS.keyFile,
  clock: sources.clock,
  reason: FLAGS.reason,
} as const;

const input = {
  request: combine(asked, requestOf),
  ...sources.signing,
  db: sources.db,
} as const;

/** `outcome`: records or shows what became of payments. */
export const outcomeCommand = command('outcome', {
  examples: [
    'norsktilskudd outcome --batch 2025-T4-0123456789ab --paid --on 2025-12-30 --as kari',
    'norsktilskudd outcome NT2025T4S0-1507-PERS --refused --on 2025-12-30 --as kari --reason "wrong account"',
    'norsktilskudd outcome --batch 2025-T4-0123456789ab',
  ],
  input,
  run: outcome,
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
  const [kind] = kinds;
  const { runId, paymentKeys = [], reason = '' } = given;
  if (kind === undefined) return { kind, runId: problems.demand('--batch', runId) };
  const on = given.on === undefined ? undefined : formatDay(given.on);
  if ((paymentKeys.length === 0) === (runId === undefined)) problems.add('OUTCOME_WHICH', {});
  if (kind === 'undone') problems.demand('--reason', reason);
  return {
    kind,
    actor: problems.demand('--as', given.actor),
    on: kind === 'undone' ? (on ?? nowUtc().slice(0, 10)) : problems.demand('--on', on),
    paymentKeys: runId === undefined ? paymentKeys : [],
    ...(runId === undefined ? {} : { runId }),
    ...(reason === '' ? {} : { reason }),
    ...given.clock,
  };
}

function outcome({ request, db, ...settings }: Input<typeof input>, context: CliContext): void {
  if (request.kind === undefined) tellPayments(request.runId, paymentsOfRun(db, request.runId), context);
  else {
    const { kind, on } = request;
    tellOutcome({ ...recordOutcomes({ db, ...settings }, request), kind, on }, context);
  }
}
