import { actingKey } from '../../app/approve/acting-key';
import { buildName, programBuild } from '../../app/program-build';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import { acceptsClock } from '../approval/accept-clock';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface WithdrawFlags extends SettingFlags {
  readonly accept?: readonly string[];
  readonly reason?: string;
}

/** `withdraw`: ends a draft that is not to be posted. */
export const withdrawCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Trekker et utkast: det kan ikke lenger signeres eller godkjennes. Kjøringens mappe blir liggende.',
          en: "Withdraws a draft: it can no longer be signed or approved. The run's folder stays.",
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd withdraw 2018-T1-0123456789ab --as kari --reason "feil uttrekk"']),
      )
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: WithdrawFlags) => withdraw(runId, flags, context));
    addFlags(command, context, 'reason', 'db', 'as', 'key', 'acceptClock', 'json');
  },
};

function withdraw(runId: string, flags: WithdrawFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const reason = reader.required('--reason', reader.freeText('--reason', flags.reason));
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  const { out } = context.terminal;
  const ledger = openLedger(settings.db);
  try {
    const by = {
      actor,
      at: nowUtc(),
      build: buildName(programBuild()),
      reason,
      ...clock,
      ...actingKey(settings, ledger),
    };
    const { already, batch } = ledger.withdraw(runId, by);
    const head = ledger.journalHead();
    if (context.json) {
      out(`${JSON.stringify({ run_id: batch.runId, state: batch.state, already, journal_head: head })}\n`);
      return;
    }
    out(
      already
        ? say(context, { nb: `${runId} er allerede trukket.\n`, en: `${runId} is already withdrawn.\n` })
        : say(context, { nb: `${runId} er trukket av ${actor}.\n`, en: `${runId} is withdrawn by ${actor}.\n` }),
    );
    out(say(context, { nb: `Journalhode: ${head}\n`, en: `Journal head: ${head}\n` }));
  } finally {
    ledger.close();
  }
}
