import { executePreview } from '../../app/preview/execute-preview';
import type { OpeningSummary } from '../../app/preview/opening-summary';
import { nextActText } from '../approval/next-act-text';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';
import { previewJson } from '../preview/preview-json';
import { previewText } from '../preview/preview-text';

interface PreviewFlags extends SettingFlags {
  readonly appropriation?: string;
  readonly budgetYear?: string;
}

/** `preview`: what the approver reads before signing. */
export const previewCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Det godkjenneren leser før signering: tall mot forrige termin og samme termin i fjor, grenser, endringer med årsak, det som holdes tilbake, merknader, kontoer og budsjett.',
          en: 'What the approver reads before signing: figures against last term and the same term last year, limits, changes with causes, held, findings, accounts and budget.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd preview 2018-T2-0123456789ab --lang nb']))
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: PreviewFlags) => preview(runId, flags, context));
    addFlags(command, context, 'db', 'as', 'appropriation', 'budgetYear', 'pseudonymKeyFile', 'json');
  },
};

function preview(runId: string, flags: PreviewFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const appropriationNok = reader.kroner('--appropriation', flags.appropriation);
  const budgetYear = flags.budgetYear === undefined ? undefined : reader.year('--budget-year', flags.budgetYear);
  reader.finish(context.commandName);
  const { db, pseudonymKeyFile, limits } = settings;
  const amounts = { limits, appropriationNok, budgetYear };
  const actor = settings.as ?? '';
  const preview = executePreview({ runId, db, pseudonymKeyFile, ...amounts, actor, language: context.language });
  const { out } = context.terminal;
  if (preview.kind === 'run') out(context.json ? previewJson(preview.report) : previewText(preview.report, context));
  else if (context.json) out(`${JSON.stringify(openingJson(preview.summary))}\n`);
  else out(`${openingText(preview.summary, context)}${nextOfOpening(preview.summary, context)}`);
}

function nextOfOpening({ runId, state, next }: OpeningSummary, context: CliContext): string {
  return state === 'draft' ? `\n${nextActText(runId, next, context)}\n` : '';
}
