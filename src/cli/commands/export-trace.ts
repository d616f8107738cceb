import { dirname, resolve } from 'node:path';
import { type ExportReport, executeExport } from '../../app/export/execute-export';
import { visibleText } from '../../domain';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { folderReadText } from '../folder-read';
import { tellProtection } from '../privacy/tell-protection';

interface ExportFlags extends SettingFlags {
  readonly recipient?: string;
  readonly run?: string;
  readonly out?: string;
}

/** `export-trace`: a recipient's lines, payouts and parts of the trace, each with its proof (src/audit/export/EXPORT.md). */
export const exportTraceCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Skriver det en kjøring har om én kommune eller fylkeskommune: linjer, utbetalinger og spor med bevis mot røttene i manifestet. Om andre sier mappen ingenting. Kontrolleres med bin/verify-export.cjs.',
          en: 'Writes what a run has about one kommune or fylkeskommune: lines, payouts and trace with proofs against the roots in the manifest. Of others the folder says nothing. Checked with bin/verify-export.cjs.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd export-trace --recipient 4601 --run 2018-T1-0123456789ab --out export-4601 --as kari',
        ]),
      )
      .action((flags: ExportFlags) => exportTrace(flags, context));
    addFlags(command, context, 'recipient', 'run', 'outFolder', 'db', 'as', 'pseudonymKeyFile', 'json');
  },
};

function exportTrace(flags: ExportFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const input = {
    db: settings.db,
    runId: reader.required('--run', flags.run),
    recipientId: reader.required('--recipient', flags.recipient),
    out: resolve(terminal.cwd, reader.required('--out', flags.out)),
    pseudonymKeyFile: settings.pseudonymKeyFile,
    actor: reader.required('--as', settings.as),
  };
  reader.finish(context.commandName);
  const report = executeExport(input, (protection) => tellProtection(protection, context));
  terminal.out(context.json ? json(report) : text(report, context));
}

function json({ out, manifestPath, manifestHash, seal, payouts, lines, parts, protectedLines }: ExportReport): string {
  const counts = { payouts, lines, parts, protected_lines: protectedLines };
  return `${JSON.stringify({ out, folder: dirname(manifestPath), manifest_sha256: manifestHash, export_sha256: seal, ...counts })}\n`;
}

function text(report: ExportReport, context: CliContext): string {
  const { out, manifestPath, seal, payouts, lines, parts, protectedLines } = report;
  const hidden = {
    nb: `Linjer om vernede adresser, uten person: ${protectedLines}.\n`,
    en: `Lines of protected addresses, without a person: ${protectedLines}.\n`,
  };
  const counts = {
    nb: '{out}: {payouts|utbetaling|utbetalinger}, {lines|linje|linjer} og {parts|del|deler} av sporet, hver med bevis.\n',
    en: '{out}: {payouts|payout|payouts}, {lines|line|lines} and {parts|part|parts} of the trace, each with its proof.\n',
  };
  const how = { nb: 'Kontroll: ', en: 'To check: ' };
  const check = `node bin/verify-export.cjs ${visibleText(out)} --manifest ${visibleText(manifestPath)} --seal ${seal}\n`;
  return `${say(context, counts, { out, payouts, lines, parts })}${protectedLines > 0 ? say(context, hidden) : ''}${say(context, how)}${check}${folderReadText(dirname(manifestPath), context)}`;
}
