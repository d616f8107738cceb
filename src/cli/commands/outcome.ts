import { actingKey } from '../../app/approve/acting-key';
import { buildName, programBuild } from '../../app/program-build';
import { formatDay, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { type Ledger, type OutcomeKind, openLedger } from '../../ledger';
import { acceptsClock } from '../approval/accept-clock';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { tellOutcome, tellPayments } from '../outcome/outcome-text';

interface OutcomeFlags extends SettingFlags {
  readonly accept?: readonly string[];
  readonly batch?: string;
  readonly paid?: boolean;
  readonly refused?: boolean;
  readonly undo?: boolean;
  readonly on?: string;
  readonly reason?: string;
}

/** `outcome`: records or shows what became of payments. */
export const outcomeCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Fører hva som ble av betalinger: betalt eller avvist en dag. Uten utfall vises betalingene i en kjøring.',
          en: 'Records what became of payments: paid or refused on a day. Without an outcome it shows those of a run.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd outcome --batch 2025-T4-0123456789ab --paid --on 2025-12-30 --as kari',
          'norsktilskudd outcome NT2025T4S0-1507-PERS --refused --on 2025-12-30 --as kari --reason "wrong account"',
          'norsktilskudd outcome --batch 2025-T4-0123456789ab',
        ]),
      )
      .argument('[payment...]', say(context, { nb: 'betalingsnøkler', en: 'payment keys' }))
      .action((keys: readonly string[], flags: OutcomeFlags) => outcome(keys, flags, context));
    addFlags(
      command,
      context,
      'batch',
      'paid',
      'refused',
      'undo',
      'on',
      'as',
      'key',
      'acceptClock',
      'reason',
      'db',
      'json',
    );
  },
};

function outcome(keys: readonly string[], flags: OutcomeFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const kind = kindOf(flags, reader);
  if (kind === undefined) {
    const runId = reader.required('--batch', flags.batch);
    reader.finish(context.commandName);
    withLedger(settings.db, true, (ledger) => showPayments(ledger, runId, context));
    return;
  }
  const actor = reader.required('--as', settings.as);
  const at = nowUtc();
  const on = kind === 'undone' && flags.on === undefined ? at.slice(0, 10) : dateOf(flags.on, reader);
  if ((keys.length === 0) === (flags.batch === undefined)) reader.problem('OUTCOME_WHICH', {});
  const reason = reader.freeText('--reason', flags.reason);
  if (kind === 'undone') reader.required('--reason', reason);
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  const by = {
    actor,
    at,
    build: buildName(programBuild()),
    ...(reason === '' ? {} : { reason }),
  };
  const which = flags.batch === undefined ? { paymentKeys: keys } : { paymentKeys: [], runId: flags.batch };
  withLedger(settings.db, false, (ledger) => {
    const answer = ledger.recordOutcome({ ...by, ...clock, ...actingKey(settings, ledger), kind, on, ...which });
    tellOutcome({ answer, kind, on, journalHead: ledger.journalHead() }, context);
  });
}

function kindOf(flags: OutcomeFlags, reader: FlagReader): OutcomeKind | undefined {
  const given = (
    [
      ['paid', flags.paid],
      ['refused', flags.refused],
      ['undone', flags.undo],
    ] as const
  ).flatMap(([kind, flag]) => (flag === true ? [kind] : []));
  if (given.length > 1) reader.problem('FLAGS_EXCLUDE', { flags: '--paid, --refused, --undo' });
  return given[0];
}

function dateOf(text: string | undefined, reader: FlagReader): string {
  const day = reader.day('--on', reader.required('--on', text) || undefined);
  return day === undefined ? '' : formatDay(day);
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
