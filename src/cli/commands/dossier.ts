import { resolve } from 'node:path';
import { type DossierReport, executeDossier } from '../../app/dossier/execute-dossier';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { folderReadText } from '../folder-read';

interface DossierFlags extends SettingFlags {
  readonly out?: string;
  /** False with --no-snapshot. */
  readonly snapshot?: boolean;
}

/** `dossier`: one archive with everything an auditor needs, verifying offline. */
export const dossierCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Pakker alt en revisor trenger om en kjøring i ett arkiv: mappen, signaturene, journalen, uttrekket, reglene, kontrollprogrammene og formatene. Samme kjøring gir det samme arkivet, byte for byte.',
          en: 'Packs everything an auditor needs about a run into one archive: folder, signatures, journal, extract, rules, verifiers and formats. The same run gives the same bytes.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd dossier 2018-T1-0123456789ab --out dossier-2018-T1.tar --as kari']),
      )
      .argument('<run>', say(context, { nb: 'kjøringen', en: 'the run' }))
      .action((runId: string, flags: DossierFlags) => dossier(runId, flags, context));
    addFlags(command, context, 'archiveOut', 'noSnapshot', 'db', 'as', 'json');
  },
};

function dossier(runId: string, flags: DossierFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const input = {
    db: settings.db,
    runId,
    out: resolve(terminal.cwd, reader.required('--out', flags.out)),
    withSnapshot: flags.snapshot ?? true,
    actor: reader.required('--as', settings.as),
  };
  reader.finish(context.commandName);
  const report = executeDossier(input);
  terminal.out(context.json ? json(report) : text(report, context));
}

function json({ out, folder, files, bytes, sha256, journalHead, hasSnapshot }: DossierReport): string {
  return `${JSON.stringify({ out, folder, files, bytes, sha256, journal_head: journalHead, snapshot: hasSnapshot })}\n`;
}

function text(report: DossierReport, context: CliContext): string {
  const { out, folder, files, bytes, sha256, journalHead, hasSnapshot } = report;
  const head = journalHead === '' ? '' : `journal ${journalHead}\n`;
  const extract = hasSnapshot
    ? say(context, {
        nb: 'Uttrekket er med: oppbevares som personopplysninger.\n',
        en: 'The extract is in it: keep it as personal data.\n',
      })
    : say(context, { nb: 'Uttrekket er ikke med.\n', en: 'The extract is not in it.\n' });
  const counts = say(
    context,
    { nb: '{out}: {files|fil|filer}, {bytes|byte|byte}\n', en: '{out}: {files|file|files}, {bytes|byte|bytes}\n' },
    { out, files, bytes },
  );
  return `${counts}sha256  ${sha256}\n${head}${extract}${folderReadText(folder, context)}`;
}
