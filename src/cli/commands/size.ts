import { resolve } from 'node:path';
import { pathExists } from '../../effects';
import { type AnalysisFlags, readAnalysisFlags, withAnalysis } from '../analysis/open-analysis';
import type { CommandModule } from '../command-table';
import { loadSettings } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { sizeReport } from '../size/size-report';
import { sizeReportJson } from '../size/size-report-json';
import { sizeReportText } from '../size/size-report-text';
import { writeSizeTables } from '../size/write-size-tables';

interface SizeFlags extends AnalysisFlags {
  readonly appropriation?: string;
  readonly budgetYear?: string;
  readonly forecast?: boolean;
  readonly earlier?: string;
}

/** `size`: what a grant year comes to, against the appropriation and the budget year (rulebook 8.1). */
export const sizeCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Årlig beregning: hva et tilskuddsår kommer på, mot bevilgning og budsjettår. Ingenting bokføres.',
          en: 'Annual size: what a grant year comes to, against appropriation and budget year. Nothing is posted.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd size --extract extracts/2018-T4 --year 2018 --appropriation 815000000 --db norsktilskudd.db',
          'norsktilskudd size --extract extracts/2018-T2 --year 2018 --forecast --rates rates-2019.csv --out size-2018',
        ]),
      )
      .action((flags: SizeFlags) => size(flags, context));
    addFlags(
      command,
      context,
      'extract',
      'snapshot',
      'year',
      'asOf',
      'appropriation',
      'budgetYear',
      'forecast',
      'earlier',
      'rates',
      'exclude',
      'rejectLimit',
      'columns',
      'db',
      'tablesOut',
      'json',
    );
  },
};

function size(flags: SizeFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const request = readAnalysisFlags(flags, settings, reader, context);
  const appropriationNok = reader.kroner('--appropriation', flags.appropriation);
  const budgetYear =
    flags.budgetYear === undefined ? request.grantYear : reader.year('--budget-year', flags.budgetYear);
  const earlier = flags.earlier === undefined ? undefined : resolve(terminal.cwd, flags.earlier);
  reader.finish(context.commandName);
  // A ledger that is named must be there; without one there is simply nothing paid to show.
  const isNamed = settings.origins.db !== 'default' || pathExists(settings.db);
  const ledgerFile = isNamed ? resolve(settings.db) : undefined;
  const report = withAnalysis({ ...request, earlier }, settings, (analysis) =>
    sizeReport(analysis, {
      appropriationNok,
      budgetYear,
      ledgerFile,
      forecast: flags.forecast ?? earlier !== undefined,
    }),
  );
  if (request.out !== undefined) writeSizeTables(request.out, report);
  terminal.out(context.json ? sizeReportJson(report) : sizeReportText(report, context));
}
