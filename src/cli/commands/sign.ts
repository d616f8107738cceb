import { signAct } from '../../app/approve/sign-act';
import { acceptsClock } from '../approval/accept-clock';
import { tellSignature } from '../approval/tell-signature';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface SignFlags extends SettingFlags {
  readonly accept?: readonly string[];
}

/** `sign`: the one who made a draft signs it; asked for where the ledger requires signatures. */
export const signCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Signerer et utkast som den som laget det. Trengs der hovedboken krever signaturer.',
          en: 'Signs a draft as the one who made it. Needed where the ledger requires signatures.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd sign 2018-T1-0123456789ab --as "Kari Kjører" --key kari.key']),
      )
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: SignFlags) => sign(runId, flags, context));
    addFlags(command, context, 'db', 'as', 'key', 'acceptClock', 'json');
  },
};

function sign(runId: string, flags: SignFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  reader.required('--key', settings.keyFile);
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  tellSignature('runner', signAct({ runId, role: 'runner', actor, settings, ...clock }), actor, context);
}
