import { dirname } from 'node:path';
import { type ExportReport, executeExport } from '../../app';
import { visibleText } from '../../domain';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';
import { tellProtection } from '../privacy/tell-protection';

/** `export-trace`: a recipient's lines, payouts and parts of the trace, each with its proof (src/audit/export/EXPORT.md). */
export const exportTraceCommand = command('export-trace', {
  examples: ['norsktilskudd export-trace --recipient 4601 --run 2018-T1-0123456789ab --out export-4601 --as kari'],
  input: {
    recipientId: required(FLAGS.recipient),
    runId: required(FLAGS.run),
    out: required(FLAGS.outFolder),
    db: sources.db,
    actor: sources.actor,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run(input, context) {
    const report = executeExport(input, (protection) => tellProtection(protection, context));
    context.terminal.out(context.json ? json(report) : text(report, context));
  },
});

function json({ out, manifestPath, manifestHash, seal, payouts, lines, parts, protectedLines }: ExportReport): string {
  const counts = { payouts, lines, parts, protected_lines: protectedLines };
  return `${JSON.stringify({ out, folder: dirname(manifestPath), manifest_sha256: manifestHash, export_sha256: seal, ...counts })}\n`;
}

function text(report: ExportReport, context: CliContext): string {
  const { out, manifestPath, seal, payouts, lines, parts, protectedLines } = report;
  const check = `node bin/verify-export.cjs ${visibleText(out)} --manifest ${visibleText(manifestPath)} --seal ${seal}\n`;
  return [
    say(context, 'export_trace.counts', { out, payouts, lines, parts }),
    protectedLines > 0 ? say(context, 'export_trace.protected_lines', { count: protectedLines }) : '',
    say(context, 'export_trace.check'),
    check,
    folderReadText(dirname(manifestPath), context),
  ].join('');
}
