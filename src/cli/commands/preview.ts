import { executePreview, type Preview } from '../../app';
import { annulmentJson, annulmentPreview } from '../approval/annulment-text';
import { oneOf } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { openingJson, openingText } from '../opening';
import { previewJson } from '../preview/preview-json';
import { previewText } from '../preview/preview-text';

/** `preview`: what the approver reads before signing. */
export const previewCommand = command('preview', {
  examples: ['norsktilskudd preview 2018-T2-0123456789ab --lang nb'],
  input: {
    runId: runOf(argument('run', '<run>', kind.text)),
    db: sources.db,
    actor: sources.actorIfNamed,
    appropriationNok: SETTINGS.appropriation,
    budgetYear: FLAGS.budgetYear,
    limits: sources.limits,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: (input, { language }) => executePreview({ ...input, language }),
  json: oneOf([previewJson, openingJson, annulmentJson], (preview: Preview, to) => {
    if (preview.kind === 'annulment') return annulmentJson.encode(preview.view, to);
    return preview.kind === 'run' ? previewJson.encode(preview.report, to) : openingJson.encode(preview.summary, to);
  }),
  text(preview, context) {
    if (preview.kind === 'annulment') return annulmentPreview(preview.view, context);
    if (preview.kind === 'run') return previewText(preview.report, context);
    return [openingText(preview.summary, context), '\n'];
  },
  next: (preview, { runId }) => ({ runId, approval: wantsReason(preview) ? ['--reason', { blank: 'reason' }] : [] }),
});

/** A batch beyond a limit is approved with a reason only. */
function wantsReason(preview: Preview): boolean {
  return preview.kind === 'run' && preview.report.limits.some(({ breached }) => breached);
}
