import { type DossierReport, executeDossier, executeYearDossier } from '../../app';
import { say } from '../context';
import { at, flag, hash, list, object, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { optionalArgument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';

/** `dossier`: one archive with everything an auditor needs, verifying offline. */
export const dossierCommand = command('dossier', {
  examples: [
    'norsktilskudd dossier 2018-T1-0123456789ab --out dossier-2018-T1.tar --as kari',
    'norsktilskudd dossier --year 2018 --out dossier-2018.tar --as kari',
  ],
  input: {
    runId: runOf(optionalArgument('wholeRun', '[run]', kind.text)),
    grantYear: FLAGS.year,
    out: required(FLAGS.archiveOut),
    withSnapshot: mapped(FLAGS.noSnapshot, (isLeftOut) => !isLeftOut),
    db: sources.db,
    actor: sources.actor,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  check: ({ runId, grantYear }, problems) => {
    if ((runId === undefined) === (grantYear === undefined)) problems.add('RECONCILE_WHICH', {});
  },
  run({ runId, grantYear, ...input }, { language }): DossierReport {
    if (grantYear !== undefined) return executeYearDossier({ ...input, grantYear, language });
    return executeDossier({ ...input, runId: runId ?? '' });
  },
  json: object({
    out: text,
    folder: text,
    runs: at('runIds', list(text)),
    files: whole,
    bytes: whole,
    sha256: hash,
    journal_head: text,
    snapshot: at('hasSnapshot', flag),
  }),
  text: ({ out, folder, runIds, files, bytes, sha256, journalHead, hasSnapshot }, context) => [
    say(context, 'dossier.file_byte', { out, files, bytes }),
    runIds.length > 1 ? `${runIds.join('\n')}\n` : '',
    `sha256  ${sha256}\n`,
    journalHead === '' ? '' : `journal ${journalHead}\n`,
    say(context, hasSnapshot ? 'dossier.extract_keep_personal' : 'dossier.extract_not'),
    folderReadText(folder, context),
  ],
});
