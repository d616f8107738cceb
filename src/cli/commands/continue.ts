import { actingKey } from '../../app/approve/acting-key';
import { buildName, programBuild } from '../../app/program-build';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import { messageText } from '../../messages';
import { acceptsClock } from '../approval/accept-clock';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface ContinueFlags extends SettingFlags {
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly neverPaid?: boolean;
}

/** `continue`: somebody answers by name for a ledger whose note is missing or knows more than the ledger. */
export const continueCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Sier med navn og grunn hvorfor en hovedbok kan brukes når posted.txt er borte, eller kjenner noe som er bokført og mangler i hovedboken. Skriver posted.txt på nytt.',
          en: 'Says by name and with a reason why a ledger may go on where posted.txt is gone, or knows something posted that the ledger lacks. Writes posted.txt anew.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd continue --as kari --reason "flyttet til ny disk, kontrollert mot journalhodet"',
          'norsktilskudd continue --never-paid --as kari --reason "banken avviste hele filen"',
        ]),
      )
      .action((flags: ContinueFlags) => goOn(flags, context));
    addFlags(command, context, 'reason', 'neverPaid', 'db', 'as', 'key', 'acceptClock', 'json');
  },
};

function goOn(flags: ContinueFlags, context: CliContext): void {
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
    const { answeredFor } = ledger.continueWith({ ...by, neverPaid: flags.neverPaid ?? false });
    const left = ledger.missing();
    const head = ledger.journalHead();
    if (context.json) {
      const rows = (details: typeof left) => details.map(({ code, params }) => ({ code, ...params }));
      out(`${JSON.stringify({ answered_for: rows(answeredFor), missing: rows(left), journal_head: head })}\n`);
      return;
    }
    if (answeredFor.length === 0) {
      out(say(context, { nb: 'Ingenting mangler i hovedboken.\n', en: 'The ledger lacks nothing.\n' }));
      return;
    }
    for (const { code, params } of answeredFor) out(`- ${messageText(code, context.language, params)}\n`);
    out(
      left.length === 0
        ? say(context, {
            nb: `${actor} svarer for dette. Hovedboken kan brukes.\n`,
            en: `${actor} answers for this. The ledger can be used.\n`,
          })
        : say(context, {
            nb: `${actor} svarer for dette. Kjør og godkjenn det som mangler, i rekkefølge.\n`,
            en: `${actor} answers for this. Run and approve what is missing, in order.\n`,
          }),
    );
    out(say(context, { nb: `Journalhode: ${head}\n`, en: `Journal head: ${head}\n` }));
  } finally {
    ledger.close();
  }
}
