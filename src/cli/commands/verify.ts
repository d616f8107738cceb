import { notPosted } from '../../app/verify/check-state';
import { runVerification, type Verification } from '../../app/verify/run-verification';
import { NorsktilskuddError } from '../../domain';
import { messageAction, messageText } from '../../messages';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags } from '../flag-table';
import { folderReadText } from '../folder-read';
import { verificationJson, verificationText } from '../verify/verification-text';
import { type VerifyFlags, verifyInput } from '../verify/verify-input';

/** `verify`: a run folder against itself, the ledger, the extract and a second calculator (data contract 5). */
export const verifyCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Kontrollerer kjøringsmapper: hver fil, hver rad, summene, sporet og kjeden; med --db også hovedboken, med --extract en full ny beregning, med --sql en annen regnemåte.',
          en: 'Checks run folders: every file, every row, the sums, the trace and the chain; with --db the ledger too, with --extract a full calculation again, with --sql a second way of calculating.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd verify 2018-T1-0123456789ab --db norsktilskudd.db',
          'norsktilskudd verify runs/2018-T1-0123456789ab --db norsktilskudd.db --head HASH',
          'norsktilskudd verify runs/2018-T1-0123456789ab --extract extracts/2018-T1',
          'norsktilskudd verify 2018-T2-0123456789ab --db norsktilskudd.db --draft',
        ]),
      )
      .argument(
        '<run...>',
        say(context, {
          nb: 'kjøringsmapper, i rekkefølge; med --db også kjøringers id',
          en: 'run folders, in order; with --db also ids of runs',
        }),
      )
      .action((folders: readonly string[], flags: VerifyFlags) => verify(folders, flags, context));
    const inputs = ['extract', 'rates', 'recipients', 'columns', 'rejectLimit'] as const;
    addFlags(
      command,
      context,
      'db',
      'head',
      ...inputs,
      'tables',
      'pseudonymKeyFile',
      'draft',
      'sql',
      'journal',
      'json',
    );
  },
};

function verify(folders: readonly string[], flags: VerifyFlags, context: CliContext): void {
  const input = verifyInput(folders, flags, context);
  const verification = runVerification(input);
  const { problems } = verification;
  if (problems.length > 0) {
    // Faults tell only names of files: what was read is named after them.
    context.afterFailure = input.folders.map((folder) => folderReadText(folder, context)).join('');
    const params = { faults: problems.length, folders: input.folders.join(', ') };
    throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', params, problems);
  }
  const unposted = flags.draft === true ? [] : notPosted(verification.states);
  if (unposted.length === 0 || !context.json) report(verification, context);
  if (unposted.length > 0) throw new NorsktilskuddError('refused', 'VERIFY_NOT_POSTED', {}, unposted);
}

function report(verification: Verification, context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    out(`${JSON.stringify(verificationJson(verification))}\n`);
    return;
  }
  out(verificationText(verification, context));
  for (const { code, params } of verification.notes) {
    const action = messageAction(code, context.language, params);
    out(`- ${messageText(code, context.language, params)}${action === '' ? '' : ` ${action}`}\n`);
  }
}
