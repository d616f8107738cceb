import { executeReport, LINES_DRAWN } from '../../app';
import { openInBrowser } from '../../effects';
import { say } from '../context';
import { object, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';

/** `report`: a run as pages to look at, to share and restricted. */
export const reportCommand = command('report', {
  examples: [
    'norsktilskudd report 2018-T2-0123456789ab --as kari',
    'norsktilskudd report --open --as kari',
    'norsktilskudd report 2018-T2-0123456789ab --recipient 4601 --lines 0 --out report-2018-T2 --as kari',
  ],
  input: {
    runId: runOf(optionalArgument('runOrLast', '[run]', kind.text)),
    isOpened: FLAGS.openPage,
    out: FLAGS.reportOut,
    recipients: FLAGS.explained,
    areAllAudited: FLAGS.auditSheets,
    drawn: withDefault(FLAGS.drawn, LINES_DRAWN),
    db: sources.db,
    actor: sources.actor,
    appropriationNok: SETTINGS.appropriation,
    limits: sources.limits,
  },
  async run({ isOpened, ...input }) {
    const written = await executeReport(input);
    if (isOpened) openInBrowser(written.restricted);
    return written;
  },
  json: object({
    run_id: text,
    folder: text,
    shared: text,
    restricted: text,
    files: whole,
    lines: whole,
    explained: whole,
  }),
  text: ({ folder, ...written }, context) => [say(context, 'report.written', written), folderReadText(folder, context)],
});
