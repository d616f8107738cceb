import { type ExportReport, executeExport } from '../../app';
import { visibleText } from '../../domain';
import { say } from '../context';
import { at, hash, object, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';
import { tellProtection } from '../privacy/tell-protection';

/** `export-trace`: a recipient's lines, payouts and parts of the trace, each with its proof (src/audit/export/EXPORT.md). */
export const exportTraceCommand = command('export-trace', {
  examples: [
    'norsktilskudd export-trace --recipient 4601 --run 2018-T1-0123456789ab --out export-4601 --as kari',
    'norsktilskudd export-trace --recipient 4601 --run 2018-T1-0123456789ab --out export-4601 --persons --as kari',
  ],
  input: {
    recipientId: required(FLAGS.recipient),
    runId: runOf(required(FLAGS.run)),
    out: required(FLAGS.outFolder),
    withPersons: FLAGS.withPersons,
    db: sources.db,
    actor: sources.actor,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: (input, context) =>
    executeExport({ ...input, language: context.language }, (protection) => tellProtection(protection, context)),
  json: object({
    out: text,
    folder: text,
    persons: orNull(text),
    persons_sha256: at('personsHash', orNull(hash)),
    manifest_sha256: at('manifestHash', hash),
    export_sha256: at('seal', hash),
    payouts: whole,
    lines: whole,
    parts: whole,
    protected_lines: whole,
  }),
  text: (
    { out, persons, personsHash, folder, manifestPath, seal, payouts, lines, parts, protectedLines }: ExportReport,
    context,
  ) => [
    say(context, 'export_trace.counts', { out, payouts, lines, parts }),
    protectedLines > 0 ? say(context, 'export_trace.protected_lines', { count: protectedLines }) : '',
    persons === undefined ? '' : say(context, 'export_trace.persons', { folder: persons }),
    say(context, 'export_trace.check'),
    `node bin/verify-export.cjs ${visibleText(out)} --manifest ${visibleText(manifestPath)} --seal ${seal}${
      personsHash === undefined
        ? ''
        : ` --persons ${visibleText(`${persons}/persons.csv`)} --persons-seal ${personsHash}`
    }\n`,
    folderReadText(folder, context),
  ],
});
