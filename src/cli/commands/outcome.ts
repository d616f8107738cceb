import { actingKey } from '../../app/approve/acting-key';
import { buildName, programBuild } from '../../app/program-build';
import { formatDay, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { type Ledger, openLedger } from '../../ledger';
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
type Request =
  | { readonly kind: undefined; readonly runId: string }
  | Omit<Parameters<Ledger['recordOutcome']>[0], 'build' | 'key'>;

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
  const at = nowUtc();
  const on = given.on === undefined ? undefined : formatDay(given.on);
  if ((paymentKeys.length === 0) === (runId === undefined)) problems.add('OUTCOME_WHICH', {});
  if (kind === 'undone') problems.demand('--reason', reason);
  return {
    kind,
    at,
    actor: problems.demand('--as', given.actor),
    on: kind === 'undone' ? (on ?? at.slice(0, 10)) : problems.demand('--on', on),
    paymentKeys: runId === undefined ? paymentKeys : [],
    ...(runId === undefined ? {} : { runId }),
    ...(reason === '' ? {} : { reason }),
    ...given.clock,
  };
}

function outcome({ request, db, ...settings }: Input<typeof input>, context: CliContext): void {
  const { kind } = request;
  if (kind === undefined) {
    withLedger(db, true, (ledger) => showPayments(ledger, request.runId, context));
    return;
  }
  withLedger(db, false, (ledger) => {
    const answer = ledger.recordOutcome({
      ...request,
      build: buildName(programBuild()),
      ...actingKey(settings, ledger),
    });
    tellOutcome({ answer, kind, on: request.on, journalHead: ledger.journalHead() }, context);
  });
}

function showPayments(ledger: Ledger, runId: string, context: CliContext): void {
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  tellPayments(runId, ledger.trackedPayments(runId), context);
}

function withLedger(path: string, readOnly: boolean, work: (ledger: Ledger) => void): void {
  const ledger = openLedger(path, { readOnly });
  try {
    work(ledger);
  } finally {
    ledger.close();
  }
}
