import { resolve } from 'node:path';
import { sizeReport } from '../../app/size/size-report';
import { pathExists } from '../../effects';
import { openLedger } from '../../ledger';
import { type AnalysisFlags, analyse } from '../analysis/open-analysis';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags } from '../flag-table';
import { REGISTER_FLAGS } from '../register/register-flags';
import { sizeReportJson } from '../size/size-report-json';
import { sizeReportText } from '../size/size-report-text';
import { writeSizeTables } from '../size/write-size-tables';
import { tellWarnings } from '../tell-warnings';

interface SizeFlags extends AnalysisFlags {
  readonly appropriation?: string;
  readonly budgetYear?: string;
  readonly forecast?: boolean;
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
    const own = ['appropriation', 'budgetYear', 'forecast', 'earlier'] as const;
    addFlags(command, context, ...REGISTER_FLAGS, 'rates', 'exclude', ...own, 'db', 'tablesOut', 'json');
  },
};

function size(flags: SizeFlags, context: CliContext): void {
  const { report, out } = analyse(flags, context, (reader, request, settings) => {
    const appropriationNok = reader.kroner('--appropriation', flags.appropriation);
    const budgetYear =
      flags.budgetYear === undefined ? request.grantYear : reader.year('--budget-year', flags.budgetYear);
    // A ledger that is named must be there; without one there is simply nothing paid to show.
    const isNamed = settings.origins.db !== 'default' || pathExists(settings.db);
    const ledgerFile = isNamed ? resolve(settings.db) : undefined;
    // Before anything is read or stored: a ledger that is not there leaves nothing behind.
    if (isNamed) openLedger(settings.db, { readOnly: true, checkTotals: false }).close();
    const forecast = flags.forecast ?? flags.earlier !== undefined;
    return (analysis) => sizeReport(analysis, { appropriationNok, budgetYear, ledgerFile, forecast });
  });
  tellWarnings(report.warnings, context);
  if (out !== undefined) writeSizeTables(out, report);
  context.terminal.out(context.json ? sizeReportJson(report) : sizeReportText(report, context));
}
