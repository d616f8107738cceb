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

/** `attest`: somebody has checked a draft and stands by it (attestasjon); posts nothing. */
export const attestCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Attesterer et utkast. Bokfører ingenting; den som attesterer, kan ikke også godkjenne.',
          en: 'Attests a draft. Posts nothing; the one who attests cannot approve it too.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd attest 2018-T1-0123456789ab --as astrid',
          'norsktilskudd attest 2018-T1-0123456789ab --as "Astrid Attestant" --key astrid.key',
        ]),
      )
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: SignFlags) => attest(runId, flags, context));
    addFlags(command, context, 'db', 'as', 'key', 'acceptClock', 'json');
  },
};

function attest(runId: string, flags: SignFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  tellSignature('attestant', signAct({ runId, role: 'attestant', actor, settings, ...clock }), actor, context);
}
