import { type DossierReport, executeDossier } from '../../app';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import { text as anyText } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';

/** `dossier`: one archive with everything an auditor needs, verifying offline. */
export const dossierCommand = command('dossier', {
  examples: ['norsktilskudd dossier 2018-T1-0123456789ab --out dossier-2018-T1.tar --as kari'],
  input: {
    runId: argument('wholeRun', '<run>', anyText),
    out: required(FLAGS.archiveOut),
    noSnapshot: FLAGS.noSnapshot,
    db: sources.db,
    actor: sources.actor,
  },
  run({ noSnapshot, ...input }, context) {
    const report = executeDossier({ ...input, withSnapshot: !noSnapshot });
    context.terminal.out(context.json ? json(report) : text(report, context));
  },
});

function json({ out, folder, files, bytes, sha256, journalHead, hasSnapshot }: DossierReport): string {
  return `${JSON.stringify({ out, folder, files, bytes, sha256, journal_head: journalHead, snapshot: hasSnapshot })}\n`;
}

function text(report: DossierReport, context: CliContext): string {
  const { out, folder, files, bytes, sha256, journalHead, hasSnapshot } = report;
  const head = journalHead === '' ? '' : `journal ${journalHead}\n`;
  const extract = hasSnapshot ? say(context, 'dossier.extract_keep_personal') : say(context, 'dossier.extract_not');
  const counts = say(context, 'dossier.file_byte', { out, files, bytes });
  return `${counts}sha256  ${sha256}\n${head}${extract}${folderReadText(folder, context)}`;
}
