import { executePreview, type OpeningSummary } from '../../app';
import { annulmentJson, annulmentPreview } from '../approval/annulment-text';
import { nextActText } from '../approval/next-act-text';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';
import { previewJson } from '../preview/preview-json';
import { previewText } from '../preview/preview-text';

/** `preview`: what the approver reads before signing. */
export const previewCommand = command('preview', {
  examples: ['norsktilskudd preview 2018-T2-0123456789ab --lang nb'],
  input: {
    runId: argument('run', '<run>', text),
    db: sources.db,
    actor: sources.actorIfNamed,
    appropriationNok: SETTINGS.appropriation,
    budgetYear: FLAGS.budgetYear,
    limits: sources.limits,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run(input, context) {
    const { out } = context.terminal;
    const preview = executePreview({ ...input, language: context.language });
    if (preview.kind === 'run') out(context.json ? previewJson(preview.report) : previewText(preview.report, context));
    else if (preview.kind === 'annulment') {
      const { view } = preview;
      out(context.json ? `${JSON.stringify(annulmentJson(view))}\n` : annulmentPreview(view, context));
    } else if (context.json) out(`${JSON.stringify(openingJson(preview.summary))}\n`);
    else out(`${openingText(preview.summary, context)}${nextOfOpening(preview.summary, context)}`);
  },
});

function nextOfOpening({ runId, state, next }: OpeningSummary, context: CliContext): string {
  return state === 'draft' ? `\n${nextActText(runId, next, context)}\n` : '';
}
